import assert from "node:assert/strict";
import { after, type TestContext, test } from "node:test";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { languages } from "@meetbot/presentation";
import { render } from "../../src/channels/text/render.ts";
import { maskedAccount } from "../../src/dialog/dialogs/masked-account.ts";
import type { SentMessage } from "../../src/graph-simulator/state.ts";
import {
  botId,
  createUser,
  startMessenger,
  textOf,
} from "../../src/server/webhooks/messenger.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { patienceMs, type WireReply } from "../fixtures/conversation.ts";
import { createDatedShop, lookUpsOfAll } from "../fixtures/dated-shop.ts";
import { eventually } from "../fixtures/eventually.ts";
import { openGuest } from "../fixtures/guest.ts";
import { writeAll } from "../fixtures/stranger.ts";
import { withoutStage } from "../fixtures/without-stage.ts";

// A stranger types the email of somebody whose order has a number that counts up, in a shop of five
// orders a day. Nothing but the month and the stage comes back: not before the code, nor instead of it.

const now = Date.now();
const place = 600;
const unknown = { email: "nobody@shop.example", number: "987654" };

const forms = {
  "six digits": (count: number) => String(count),
  "ten digits": (count: number) => `1000${count}`,
  "a date and a prefix": (count: number) => `MB20261103-${count}`,
};
type Form = keyof typeof forms;

const cases = (Object.keys(forms) as Form[]).flatMap((form, at) =>
  [false, true].map((isWordy) => {
    const victim = { email: `victim${at}${isWordy}@shop.example`, place };
    const first = isWordy ? 200_001 : 300_001;
    const writing = { perDay: 5, orders: 2_000, numberOf: forms[form], first, isWordy, now };
    return { form, isWordy, shop: createDatedShop({ ...writing, victim }) };
  }),
);

const { store, url, graph, shop, identitySecret, signingSecret } = await startMessenger(
  { after } as unknown as TestContext,
  { mailer: { send: async () => "sent" } },
  () => lookUpsOfAll(cases.map((one) => one.shop)),
);
const careful = { ...bot, id: "bot_code", endpoint: shop.endpoint, policy: "code" as const };
await store.bots.create(careful, { identitySecret, signingSecret });

for (const { form, isWordy, shop: dated } of cases) {
  const style = isWordy ? "dates" : "stages";
  test(`${form}, a shop that writes ${style}: an email tells a month and a stage`, async () => {
    const asks = `my past orders, my email is ${dated.victim.email}`;
    const guest = await openGuest(url, botId);
    const [head, list] = await guest.say(asks, 2);
    assert.deepEqual(list?.orders?.map(withoutStage), [
      {
        order_number: "····",
        status: isWordy ? "on_file" : "delivered",
        placed_month: new Date(dated.placedAt(place)).toISOString().slice(0, 7),
      },
    ]);
    const tapped = await guest.tap(languages.en.dialog.choiceGetCode, 1);
    const wrong = await writeAll(guest, ["000001", asks]);
    assertBlind([head!, list!, ...tapped, ...wrong]);
  });
}

test("Messenger is told the same: a month, a stage and no number", async () => {
  const user = createUser(graph);
  await user.write(`my past orders, my email is ${cases[0]!.shop.victim.email}`);
  await user.press("menu:help");
  const isHelp = (message: SentMessage) => textOf(message).includes(languages.en.dialog.help);
  await eventually(patienceMs, async () => assert(user.received().some(isHelp)));
  const said = user.received().filter((message) => !isHelp(message));
  const text = JSON.stringify(said.map(({ message: { metadata, ...rest } }) => rest));
  assert.match(text, /"title":"Order ····","subtitle":"delivered · placed in [A-Z][a-z]+ 20\d\d"/);
  assertNoDay(text.replace(/"payload":"[^"]+"/g, ""));
});

test("under the policy code nothing tells a known email or number from an unknown one", async () => {
  const { victim, numberOf } = cases[0]!.shop;
  const asked = shop.asked.length;
  const ask = async (email: string, number: string, words: string) => {
    const guest = await openGuest(url, careful.id);
    const text = words.replace("EMAIL", email).replace("NUMBER", number);
    return JSON.stringify(await writeAll(guest, [text]))
      .replace(/"payload":"(?!menu:)[^"]+"/g, '"payload":"<token>"')
      .replaceAll(new RegExp(`${number}|${email}|${maskedAccount(email)}`, "g"), "<typed>");
  };
  for (const words of ["order NUMBER", "my orders, EMAIL", "order NUMBER, my email is EMAIL"]) {
    const known = await ask(victim.email, numberOf(place), words);
    assert.equal(known, await ask(unknown.email, unknown.number, words));
  }
  assert.equal(shop.asked.length, asked);
});

/** Nothing tells a day, in the wire's own form and in a terminal in both languages. */
function assertBlind(replies: WireReply[]): void {
  const drawn = replies.flatMap((reply) =>
    (["en", "zh"] as const).map((locale) =>
      render({ ...reply, locale } as VisibleReply, { timeZone: "UTC" }),
    ),
  );
  assertNoDay(JSON.stringify([replies, drawn]).replace(/"payload":"[^"]+"/g, ""));
}

function assertNoDay(text: string): void {
  const months = text.replace(/20\d\d(-\d\d(?!-)|年\d{1,2}月(?!\d))|in [A-Z][a-z]+ 20\d\d/g, "");
  const digits = months.match(/\d+/g) ?? [];
  // Minutes of a code, its six digits, tries left and what the window says of counts: no longer runs.
  assert(
    digits.every((run) => run.length <= 2),
    `${digits.join(" ")} in ${months}`,
  );
  assert.doesNotMatch(
    months,
    /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|yesterday|tomorrow|[昨明]天/,
  );
}
