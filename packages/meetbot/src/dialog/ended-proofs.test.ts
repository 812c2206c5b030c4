import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import { languages } from "@meetbot/presentation";
import { endReply } from "../identity/sign-out.ts";
import { visibleReply } from "../identity/visible-reply.ts";
import { openTalk, orderWith, shopWith, type Talk, textsOf } from "../turn/talk.fixture.ts";

// Facts shown on a proof stay only as long as the proof: in sentences, chips, cards and the dialog's subject.

const email = "ann@example.com";
const hourMs = 60 * 60 * 1000;
const signedMs = 2 * hourMs;
const typedMs = 24 * hourMs;

const goods = ["Oak Lamp", "Red Mug"];
const orders = ["MB7K2Q9XW4TP", "MBAAAA111111"].map((number, place) =>
  orderWith(number, {
    status: "shipped",
    recipient_name: "Ann Reed",
    payment_method: "Visa 4242",
    elements: [{ title: goods[place] ?? "", quantity: 1, price: 5 }],
  }),
);
const numbers = orders.map(({ order_number }) => order_number);
const parcel = {
  order_number: numbers[0] ?? "",
  package_number: "PKA1B2C3D4",
  package_status: "In transit",
  carrier: "DHL",
  exp_delivery: "2026-11-27",
};
const shop = shopWith({ orders, packages: [parcel], accounts: { [email]: { open: numbers } } });
const secrets = [...goods, ...numbers, "Ann Reed", "Visa 4242", "Nov 27", "DHL", "$10.00"];

/** Everything there is to say of an account's orders. */
async function talkOfAll(talk: Talk): Promise<void> {
  await talk.open(email);
  for (const line of [
    ...["my orders", "how much was it?", "the first one", "how much was it?", "how was it paid?"],
    ...["when will it come?", "which carrier?", "hello", "flibber the gostak", "are you a robot?"],
    ...["this is a disgrace", "my orders of November", "the mug"],
    ...["how much did I spend on all of them?", "which order was the cheapest?", "all my orders"],
    ...["has everything arrived?", "which comes first?"],
  ]) {
    await talk.say(line);
  }
}

function assertHidden(what: unknown): void {
  const seen = JSON.stringify(what);
  for (const secret of secrets) assert(!seen.includes(secret), `${secret} in ${seen}`);
}

test("whoever opens the page when a sign-in has ended sees no sentence, chip or card of it", async () => {
  const talk = openTalk(shop);
  await talkOfAll(talk);
  const seen = JSON.stringify(talk.replay());
  for (const secret of secrets) assert(seen.includes(secret), `${secret} was never told`);
  talk.now += signedMs - 60_000;
  assert.equal(JSON.stringify(talk.replay()), seen);
  talk.now += 60_000;
  assertHidden(talk.replay());
  assert(textsOf(talk.replay()).includes(languages.en.dialog.factGone));
});

test("who talks on when a sign-in has ended is told nothing of what was on the screen", async () => {
  const lines = [
    ...[
      "how much was it?",
      "where is it?",
      "the first one",
      "and the mug?",
      "the Oak Lamp",
      "more",
    ],
    ...[
      "hello",
      "thanks",
      "are you a robot?",
      "flibber the gostak",
      "this is a disgrace",
      "Oak Lamp",
    ],
    ...["什么时候到", "第二个", "我的订单到哪了", "it is late", "can you hurry it up", "cancel it"],
  ];
  for (const line of lines) {
    const talk = openTalk(shop);
    await talkOfAll(talk);
    talk.now += signedMs;
    assertHidden(await talk.say(line));
    assert.deepEqual(
      talk.turn?.state.dialog.shown.filter(({ number }) => number !== null),
      [],
    );
  }
});

test("an account that was proved once counts as typed no more than one that nobody named", async () => {
  const [number = ""] = numbers;
  const talk = openTalk(shop, { numberAlone: "never" });
  await talk.open(email);
  await talk.say(`is ${number} paid?`);
  talk.now += signedMs;
  for (const line of ["my orders", "where is it?", `is ${number} paid?`]) {
    assert.doesNotMatch(JSON.stringify(await talk.say(line)), /Oak Lamp|Red Mug/, line);
  }
});

test("how many orders there are is told no longer than the proof of them", async () => {
  const many = Array.from({ length: 7 }, (_, place) =>
    orderWith(`MB7K2Q9XW4T${place}`, {
      status: place < 4 ? "shipped" : "delivered",
      summary: { subtotal: 0, shipping_cost: 0, total_tax: 0, total_cost: 10 + place },
    }),
  );
  const all = many.map(({ order_number }) => order_number);
  const lists = { open: all.slice(0, 4), past: all.slice(4) };
  const talk = openTalk(shopWith({ orders: many, accounts: { [email]: lists } }));
  await talk.open(email);
  for (const line of [
    ...["how many orders do I have?", "are they all paid?", "which was the cheapest of all?"],
    "how much did I spend on all of them?",
  ]) {
    assert.match(textsOf(await talk.say(line)).join(), /\d orders/, line);
  }
  talk.now += signedMs;
  assert.doesNotMatch(textsOf(talk.replay()).join(), /\d orders/);
});

test("a number that was typed is spoken of for a day, and no longer", async () => {
  const talk = openTalk(shop);
  await talk.open();
  await talk.say(numbers[0] ?? "");
  await talk.say("how much was it?");
  talk.now += typedMs - 1;
  assert.match(textsOf(await talk.say("how much was it?")).join(), /\$10\.00/);
  talk.now += 1;
  assertHidden(talk.replay().filter(({ kind }) => kind === "text"));
  assertHidden(await talk.say("how much was it?"));
});

test("who signs out leaves nothing on the screen that could be asked about", async () => {
  const talk = openTalk(shop);
  await talkOfAll(talk);
  await talk.say("sign out");
  const { shown, focus, offered, account } = talk.turn?.state.dialog ?? assert.fail();
  assert.deepEqual([shown, focus, account], [[], null, null]);
  assertHidden(offered);
  for (const line of ["how much was it?", "the first one", "the Oak Lamp", "where is it?"]) {
    assertHidden(await talk.say(line));
  }
});

test("who signs out ends what waits to be sent: sentences and chips of the account, and no others", async () => {
  const talk = openTalk(shop);
  await talk.open(email);
  const stored: OutboundReply[] = [];
  for (const line of ["my orders", "how much was it?", "the first one", "how was it paid?"]) {
    await talk.say(line);
    stored.push(...(talk.turn?.replies ?? []));
  }
  const ended = stored.map((reply) => endReply(reply, talk.now));
  assertHidden(ended.map((reply) => visibleReply(reply, talk.now)));

  const guest = openTalk(shop);
  await guest.open();
  await guest.say(numbers[0] ?? "");
  const typed = guest.turn?.replies ?? [];
  assert.deepEqual(
    typed.map((reply) => endReply(reply, guest.now)),
    typed,
  );
});

test("what a carrier wrote of a person reaches the customer, and is marked for whom it is masked", async () => {
  const events = [{ at: "1795500000", place: "Cork", text: "Left with A. Reed" }];
  const scanned = { ...parcel, events };
  const talk = openTalk(
    shopWith({ orders, packages: [scanned], accounts: { [email]: { open: numbers } } }),
  );
  await talk.open(email);
  const seen = await talk.say(`where is ${numbers[0]}?`);
  assert.match(textsOf(seen).join(), /Cork · Left with A\. Reed/);
  assert.deepEqual(
    talk.turn?.replies.flatMap(({ ofOrder }) => ofOrder?.personal ?? []),
    ["Left with A. Reed", "Cork"],
  );
  assert.doesNotMatch(JSON.stringify(seen), /ofOrder/);
});
