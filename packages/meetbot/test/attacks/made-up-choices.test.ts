import assert from "node:assert/strict";
import { after, test } from "node:test";
import { languages } from "@meetbot/presentation";
import { type LookUps, type Order, refuse, signIdentity } from "@meetbot/sdk";
import type { Guest } from "../fixtures/guest.ts";
import { startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { assertUnseen, createShopper, type Shopper } from "../fixtures/shopper.ts";
import { doAll, payloadsFor, tapEverything } from "../fixtures/stranger.ts";
import { withoutStage } from "../fixtures/without-stage.ts";

// Buttons carry random tokens. The stranger taps what was offered to somebody else, to nobody, or
// long ago, and looks into the tokens for the numbers that a list hides.

const jane = createShopper("jane");
const mallory = createShopper("mallory");
const [janes] = jane.orders as [Order, ...Order[]];
let shoppers = [jane, mallory];
const lookUps: LookUps = {
  orders: (question) => lookUpsOf(shoppers).orders(question),
  packages(question) {
    const orders = shoppers.flatMap((shopper) => shopper.orders);
    const number = question.by === "order" ? question.orderNumber : "";
    if (!orders.some(({ order_number }) => order_number === number)) return refuse.orderNotFound();
    return { packages: [packageOf(number)] };
  },
};
const packageOf = (order_number: string) => ({
  order_number,
  package_number: `PK-${order_number}`,
  package_status: "On its way",
  carrier: "UPS",
});
const shop = await startOwnShop({ after }, lookUps);
const { createBot, newGuest } = await startInstallation({ after }, { shop });
const [bot, otherBot] = await Promise.all([createBot("ladder"), createBot("ladder")]);

function signIn({ email }: Shopper): Promise<Guest> {
  const { botId, identitySecret } = bot;
  const identity = signIdentity({ identitySecret, botId, account: email });
  return newGuest(bot, { body: { identity } });
}

/** Taps each payload, and checks that none means anything and the shop is asked nothing. */
async function assertMeanNothing(guest: Guest, payloads: string[]): Promise<void> {
  const asked = shop.asked.length;
  const replies = await doAll(
    guest,
    payloads.map((payload) => ({ payload })),
  );
  assert.deepEqual(
    replies.map(({ text }) => text),
    payloads.map(() => languages.en.dialog.choiceExpired),
  );
  assert.equal(shop.asked.length, asked);
}

const isToken = (payload: string) => !payload.startsWith("menu:");
const action = {
  kind: "ask",
  plan: {
    question: { method: "orders", orderNumber: janes.order_number },
    finding: null,
    secondTry: false,
  },
};
const json = JSON.stringify(action);

const madeUp = [
  "A".repeat(16),
  "A".repeat(200),
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "0", "null", "true"],
  ...["menu:", "menu:__proto__", "menu:constructor", "menu:ORDERS", "menu:orders ", " menu:orders"],
  ...["menu:orders\0", "\0", "menu:orders\u202e", "menu：orders", "MENU:orders", "menu:off"],
  ...[json, Buffer.from(json).toString("base64url"), JSON.stringify(action.plan.question)],
  ...[janes.order_number, jane.email, `order:${janes.order_number}`, `ask:${jane.email}`],
  ...["../menu:orders", "menu:orders;", "#{menu:orders}", "' or 1=1 --", "\ud83d", "%00"],
];

test("a stranger who makes up what a button sends gets no answer from the shop", async () => {
  await assertMeanNothing(await newGuest(bot), madeUp);
  const guest = await signIn(mallory);
  await guest.say("my orders in progress", 2);
  await assertMeanNothing(guest, madeUp);
  assertUnseen(guest, jane.everything);
});

test("a stranger who taps the victim's buttons in their own conversation taps nothing", async () => {
  const victim = await signIn(jane);
  await victim.say("my orders in progress", 2);
  const tokens = payloadsFor(victim).filter(isToken);
  assert(tokens.length >= 3);
  const others = [await newGuest(bot), await signIn(mallory), await newGuest(otherBot)];
  for (const guest of others) {
    await assertMeanNothing(guest, tokens);
    const changed = tokens.flatMap((one) => [
      one.toLowerCase(),
      `${one}=`,
      one.slice(1),
      ` ${one}`,
    ]);
    await assertMeanNothing(guest, changed);
    assertUnseen(guest, jane.everything);
  }
});

test("a stranger who signs in after the victim on the same device taps none of the old buttons", async () => {
  const before = await signIn(jane);
  await before.say("my orders in progress", 2);
  const next = await signIn(mallory);
  await assertMeanNothing(next, payloadsFor(before).filter(isToken));
  await tapEverything(next);
  assertUnseen(next, jane.everything);
});

test("a stranger who taps a button again after the order is gone is shown no other", async () => {
  const guest = await signIn(jane);
  const [, list] = await guest.say("my orders in progress", 2);
  const chip = list?.choices?.find(({ title }) => title === janes.elements[0]!.title);
  assert(chip);
  shoppers = [{ ...jane, orders: jane.orders.slice(1) }, mallory];
  const replies = await doAll(guest, [chip, chip]);
  shoppers = [jane, mallory];
  for (const { text } of replies) assert.match(text ?? "", /no longer knows that order/);
  assert.equal(replies.length, 2);
  assertUnseen(guest, mallory.everything);
});

/** What a token may hide, read in each way that a stranger would try. */
const decodings: BufferEncoding[] = ["base64url", "base64", "hex"];

test("a stranger who looks into the buttons of a masked list finds no number and no name", async () => {
  const guest = await newGuest(bot);
  await guest.say(`my orders in progress, my email is ${jane.email}`, 2);
  await tapEverything(guest, 20);
  const payloads = payloadsFor(guest);
  assert(payloads.filter(isToken).length >= 20);
  for (const payload of payloads) {
    assert.match(
      payload,
      /^(?:[A-Za-z0-9_-]{16}|menu:(?:orders|packages|help|person|start_over))$/,
    );
    for (const encoding of decodings) {
      const decoded = Buffer.from(payload, encoding).toString("latin1").toLowerCase();
      for (const secret of jane.everything) assert(!decoded.includes(secret.toLowerCase()));
    }
  }
  assert.equal(new Set(payloads.filter(isToken)).size, payloads.filter(isToken).length);
});

test("a stranger who taps every button below a masked list sees no more than the list", async () => {
  const guest = await newGuest(bot);
  await guest.say(`my orders in progress, my email is ${jane.email}`, 2);
  const replies = await tapEverything(guest, 60);
  for (const order of replies.flatMap(({ orders }) => orders ?? [])) {
    assert.deepEqual(Object.keys(withoutStage(order)).sort(), [
      "order_number",
      "placed_month",
      "status",
    ]);
    assert.match(order.order_number ?? "", /^····[A-Z0-9]{4}$/);
  }
  assert.deepEqual(
    replies.flatMap(({ packages }) => packages ?? []),
    [],
  );
  assertUnseen(guest, jane.everything);
});
