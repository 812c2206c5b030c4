import assert from "node:assert/strict";
import { after, type TestContext, test } from "node:test";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { languages } from "@meetbot/presentation";
import { render } from "../../src/channels/text/render.ts";
import type { SentMessage } from "../../src/graph-simulator/state.ts";
import {
  botId,
  createUser,
  startMessenger,
  textOf,
} from "../../src/server/webhooks/messenger.fixture.ts";
import { bot } from "../../src/store/store.fixture.ts";
import { patienceMs, type WireReply } from "../fixtures/conversation.ts";
import { createDatedShop, type DatedShop, lookUpsOfAll } from "../fixtures/dated-shop.ts";
import { eventually } from "../fixtures/eventually.ts";
import { startForwardingProxy } from "../fixtures/forwarding-proxy.ts";
import { type Guest, openGuest } from "../fixtures/guest.ts";
import { momentIn } from "../fixtures/moment-in.ts";
import { createRandom } from "../fixtures/random.ts";
import { writeAll } from "../fixtures/stranger.ts";

// Order numbers that count up. The stranger knows an email and the second in which its order was
// placed, and halves what numbers are left with every moment that a reply lets slip: 17 lookups find
// one of 100,000. A number together with the email shows what is in the order.

const now = Date.now();
const dayMs = 24 * 60 * 60 * 1000;

/** As many as are asked in one conversation: no limit of any kind is ever the reason. */
const asksPerChat = 5;

/** What a conversation may ask for in an hour, and more than halving 100,000 takes. */
const maxLookUps = 20;

/** After this many replies that reveal nothing, the next number will reveal nothing either. */
const maxSilent = 4;

const forms = {
  "six digits": (count: number) => String(count),
  "ten digits": (count: number) => `1000${count}`,
  "a year and a prefix": (count: number) => `MB-2026-${count}`,
};
type Form = keyof typeof forms;

const rates = { 5: 2_000, 50: 20_000, 500: 60_000, 5000: 100_000 };

/** A shop for each rate, form and way of writing: their counts begin at different hundred thousands. */
function shopFor(form: Form, perDay: keyof typeof rates, isWordy: boolean): DatedShop {
  const orders = rates[perDay];
  const first = 100_000 * (1 + Object.keys(rates).indexOf(String(perDay)) + (isWordy ? 4 : 0)) + 1;
  const victim = { email: "victim@shop.example", place: Math.floor(orders * 0.37) };
  return createDatedShop({ perDay, orders, numberOf: forms[form], first, isWordy, victim, now });
}

const series = (Object.keys(forms) as Form[]).flatMap((form) =>
  ([5, 50, 500, 5000] as const).flatMap((perDay) =>
    [false, ...(perDay === 500 ? [true] : [])].map((isWordy) => ({
      ...{ form, isWordy, shop: shopFor(form, perDay, isWordy) },
    })),
  ),
);

// Numbers of ten digits suffice alone unless the operator knows better; those of six never do.
const parts = await startMessenger(
  { after } as unknown as TestContext,
  { trustedProxies: ["127.0.0.1"] },
  () => lookUpsOfAll(series.map(({ shop }) => shop)),
  { numberAlone: "never" },
);
const { store, url, graph, shop: merchant, identitySecret, signingSecret } = parts;
const proxy = await startForwardingProxy({ after }, url);
const usual = { ...bot, id: "bot_usual", endpoint: merchant.endpoint };
await store.bots.create(usual, { identitySecret, signingSecret });

let networks = 0;
const newGuest = (id: string): Promise<Guest> =>
  openGuest(proxy.urlFrom(`198.18.${networks++ % 250}.7`), id);

/** Returns what a stranger gets for a question: all that came over the channel, as one text. */
type Ask = (words: string) => Promise<string>;

/** Everything that the chat routes send, and what a terminal makes of it in both languages. */
function askInChat(id: string): Ask {
  let guest: Guest | undefined;
  let asked = 0;
  return async (words) => {
    if (!guest || asked % asksPerChat === 0) guest = await newGuest(id);
    asked += 1;
    const replies = await writeAll(guest, [words]);
    return JSON.stringify([replies, replies.flatMap(inTerminal)]);
  };
}

const inTerminal = (reply: WireReply): string[] =>
  (["en", "zh"] as const).map((locale) =>
    render({ ...reply, locale } as VisibleReply, { timeZone: "UTC" }),
  );

/** Everything that Meta is sent. */
function askInMessenger(): Ask {
  let user = createUser(graph);
  let asked = 0;
  return async (words) => {
    if (asked % asksPerChat === 0) user = createUser(graph);
    asked += 1;
    const before = user.received().length;
    await user.write(words);
    await user.press("menu:help");
    const told = () => user.received().slice(before);
    await eventually(patienceMs, async () => assert(told().some(isHelp)));
    return JSON.stringify(told().map(({ message: { metadata, ...said } }) => said));
  };
}

const isHelp = (message: SentMessage) => textOf(message).includes(languages.en.dialog.help);

/** What is the same in each reply, whatever was asked: no number, no random payload. */
const leveled = (told: string, number: string) =>
  told.replaceAll(number, "<number>").replace(/"payload":"(?!menu:)[^"]+"/g, '"payload":"<token>"');

const questions = {
  order: (number: string) => `where is order ${number}?`,
  packages: (number: string) => `track the packages of order ${number}`,
  package: (number: string) => `where is package ${number}-1?`,
};

interface Halved {
  lookUps: number;
  /** Numbers that may still be the victim's. */
  left: number;
  /** The distinct replies, with the number asked for masked. */
  replies: Set<string>;
}

/**
 * Halves until replies reveal nothing further. `shiftMs`: how long after the order is placed the revealed moment lies.
 */
async function halve(
  shop: DatedShop,
  ask: Ask,
  { words, shiftMs }: { words(number: string): string; shiftMs: number },
): Promise<Halved> {
  const moment = shop.placedAt(shop.victim.place) + shiftMs;
  const random = createRandom(shop.count);
  const halved: Halved = { lookUps: 0, left: shop.count, replies: new Set() };
  let [from, until] = [0, shop.count - 1];
  for (let silent = 0; from < until && silent < maxSilent && halved.lookUps < maxLookUps; ) {
    const place = silent === 0 ? (from + until) >> 1 : random.below(shop.count);
    const number = shop.numberOf(place);
    const told = leveled(await ask(words(number)), number);
    halved.lookUps += 1;
    halved.replies.add(told);
    const slipped = momentIn(told, now);
    if (!slipped) silent += 1;
    else if (slipped[1] < moment) from = place + 1;
    else if (slipped[0] > moment) until = place - 1;
    else {
      from = Math.max(from, shop.placeAt(slipped[0] - shiftMs));
      until = Math.min(until, shop.placeAt(slipped[1] - shiftMs));
      break;
    }
  }
  return { ...halved, left: Math.max(1, until - from + 1) };
}

const kinds = {
  order: { words: questions.order, shiftMs: 0 },
  packages: { words: questions.packages, shiftMs: 5 * dayMs },
  package: { words: questions.package, shiftMs: 5 * dayMs },
};

/** A reply about any order shows one of these stages, in any wording. */
const maxStages = 3;

function assertBlind(shop: DatedShop, halved: Halved, what: string): void {
  const { left, lookUps, replies } = halved;
  const figures = `${lookUps} lookups leave ${left} of ${shop.count} numbers`;
  for (const reply of replies) assert.match(reply, /····/, `${what}: nothing was found`);
  assert.equal(left, shop.count, `${what}: ${figures}`);
  assert(replies.size <= maxStages, `${what}: ${[...replies].join("\n")}`);
}

for (const { form, isWordy, shop } of series) {
  const writes = isWordy ? "writes dates" : "writes stages";
  test(`${form}, ${shop.perDay} a day, a shop that ${writes}: no number is told from another`, async () => {
    assertBlind(shop, await halve(shop, askInChat(botId), kinds.order), "by order");
    if (shop.perDay !== 500) return;
    assertBlind(shop, await halve(shop, askInChat(botId), kinds.packages), "packages by order");
    assertBlind(shop, await halve(shop, askInChat(botId), kinds.package), "by package");
    assert.equal(merchant.asked.at(-1)?.by, "package");
  });
}

for (const { form, isWordy, shop } of series.filter(({ shop }) => shop.perDay === 500)) {
  const writes = isWordy ? "dates" : "stages";
  test(`${form}, a shop that writes ${writes}: Messenger tells no number from another`, async () => {
    for (const kind of [kinds.order, kinds.packages]) {
      assertBlind(shop, await halve(shop, askInMessenger(), kind), kind.words("N"));
    }
  });
}

test("numbers of six digits tell no moment as a bot is made", async () => {
  for (const { form, isWordy, shop } of series) {
    if (form !== "six digits") continue;
    const halved = await halve(shop, askInChat(usual.id), kinds.order);
    assertBlind(shop, halved, `${shop.perDay} a day, ${isWordy}`);
  }
});
