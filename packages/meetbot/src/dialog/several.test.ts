import assert from "node:assert/strict";
import { test } from "node:test";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import {
  type AnswerQuestion,
  down,
  openTalk,
  orderWith,
  shopWith,
  textsOf,
} from "../turn/talk.fixture.ts";
import { maxSearchPages } from "./step.ts";

// Several things in one turn, and what comes of it where the shop is down, wrong or without end.

const email = "ann@example.com";
const numbers = ["MBAAAA111111", "MBBBBB222222", "MBCCCC333333", "MBDDDD444444"];
const goods = ["Red Mug", "Oak Lamp", "Chess Set", "Silk Scarf"];
const orders = numbers.map((number, place) =>
  orderWith(number, {
    status: "shipped",
    elements: [{ title: goods[place] ?? "", quantity: 1, price: 5 }],
  }),
);
const packages = numbers.map((order_number, place) => ({
  order_number,
  package_number: `PKXYZ0000${place}`,
  package_status: "In transit",
  carrier: "DHL",
  exp_delivery: "2026-11-27",
}));
const accounts = { [email]: { open: numbers.slice(0, 2), past: numbers.slice(2) } };
const shop = shopWith({ orders, packages, accounts });

const cardsIn = (replies: readonly { kind: string }[]) =>
  replies.filter(({ kind }) => kind !== "text").length;

test("three numbers of a message are told, each with its goods; that a fourth is left out is said first", async () => {
  const talk = openTalk(shop);
  await talk.open();
  const replies = await talk.say(numbers.join(", "));
  const [first, ...told] = textsOf(replies);
  assert.match(first ?? "", /more than I look up at once/);
  assert.equal(told.length, 3);
  for (const [place, text] of told.entries()) assert(text.includes(goods[place] ?? "?"), text);
  assert.equal(cardsIn(replies), 3);
  assert.doesNotMatch(JSON.stringify(replies), /MBDDDD444444|Silk Scarf/);
});

test("of several that were told none is meant until one is named", async () => {
  const talk = openTalk(shop);
  await talk.open();
  await talk.say(`${numbers[0]} and ${numbers[1]}`);
  assert.deepEqual(textsOf(await talk.say("how much was it?")), ["Which one do you mean?"]);
  const told = await talk.say("the second one");
  assert.match(textsOf(told)[0] ?? "", /total is/);
  assert.match(JSON.stringify(told), /Oak Lamp/);
});

test("what is asked of several is answered of each, and says of which", async () => {
  const talk = openTalk(shop);
  await talk.open();
  const told = textsOf(await talk.say(`when will ${numbers[0]} and ${numbers[1]} arrive?`));
  assert.equal(told.length, 2);
  for (const [place, text] of told.entries()) {
    assert(text.includes(goods[place] ?? "?"), text);
    assert.match(text, /Nov 27/);
  }
});

test("one that is not there leaves the others to be told", async () => {
  const talk = openTalk(shop);
  await talk.open();
  const told = textsOf(await talk.say(`${numbers[0]}, MBNONE000000 and ${numbers[1]}`));
  assert.match(told[0] ?? "", /Red Mug/);
  assert.match(told[1] ?? "", /MBNONE000000/);
  assert.match(told[2] ?? "", /Oak Lamp/);
});

/** The shop's system, which fails where the question is so. */
const failing = (isDown: (question: Question) => boolean): AnswerQuestion => {
  return (question) => (isDown(question) ? down : shop(question));
};

test("an order is told where its packages are not to be had, and so is what was asked beside it", async () => {
  const talk = openTalk(failing(({ method }) => method === "packages"));
  await talk.open();
  const replies = await talk.say(`where are ${numbers[0]} and ${numbers[1]}?`);
  const told = textsOf(replies);
  assert.match(told[0] ?? "", /Red Mug.*has been shipped/);
  assert.match(told[1] ?? "", /Oak Lamp.*has been shipped/);
  assert.equal(cardsIn(replies), 2);
  assert.equal(talk.turn?.question, "answered");
});

test("a list is shown where the packages of its orders are not to be had", async () => {
  const talk = openTalk(failing(({ method }) => method === "packages"));
  await talk.open(email);
  const replies = await talk.say("my orders");
  assert.match(textsOf(replies)[0] ?? "", /2 orders in progress/);
  assert.equal(cardsIn(replies), 1);
  // A shop that does not answer is not queried for each order.
  assert.equal(talk.asked.length, 2);
});

test("a shop that is down is told as down: also in the middle of several, and of a look through the lists", async () => {
  const second = openTalk(
    failing((question) => "orderNumber" in question && question.orderNumber === numbers[1]),
  );
  await second.open();
  const told = textsOf(await second.say(`show ${numbers[0]} and ${numbers[1]}`));
  assert.match(told[0] ?? "", /Red Mug/);
  assert.match(told[1] ?? "", /does not answer right now/);

  const lists = openTalk(failing((question) => "userAccount" in question));
  await lists.open(email);
  const [answer] = textsOf(await lists.say("my cancelled orders"));
  assert.match(answer ?? "", /does not answer right now/);
});

test("a look through the lists of an account that is not there is told as that", async () => {
  const talk = openTalk(shop);
  await talk.open();
  const [answer] = textsOf(await talk.say("my cancelled orders, nobody@example.com"));
  assert.match(answer ?? "", /knows no orders for that email/);
});

test("another order's packages are not told as those of the one that was asked for", async () => {
  const lying: AnswerQuestion = (question) =>
    question.method === "packages"
      ? {
          kind: "packages",
          packages: [{ ...packages[3]!, package_status: "Delivered", carrier: "LiarPost" }],
          hasNextPage: false,
        }
      : shop(question);
  for (const [said, account] of [
    [`where is ${numbers[0]}?`, undefined],
    ["my orders", email],
  ] as const) {
    const talk = openTalk(lying);
    await talk.open(account);
    const replies = JSON.stringify(await talk.say(said));
    assert.match(replies, /Red Mug/);
    assert.doesNotMatch(replies, /LiarPost|elivered|PKXYZ/);
  }
});

/** A shop whose lists and packages never end, and hold what is sought nowhere. */
const endless: AnswerQuestion = (question): MerchantAnswer => {
  if (question.method === "packages") {
    const { page } = question;
    const order_number = "orderNumber" in question ? question.orderNumber : "MBOTHER99999";
    const package_number = `PKEND${page}`;
    const pkg = { order_number, package_number, package_status: "In transit" };
    return { kind: "packages", packages: [pkg], hasNextPage: true };
  }
  if ("orderNumber" in question) {
    return { kind: "orders", orders: [orderWith(question.orderNumber)], hasNextPage: false };
  }
  const { filter, page } = question;
  const listed = orderWith(`MBLIST${filter}${page}ABC`, { status: "shipped" });
  return { kind: "orders", orders: [listed], hasNextPage: true };
};

/** So many questions are asked of a shop without end. */
const turns: [
  what: string,
  said: string[],
  account: string | null,
  asks: number,
  policy?: "code",
][] = [
  ["a list and its packages", ["my orders"], email, 1 + 1],
  ["every list, of a month", ["my orders of July"], email, 3 * 3],
  ["every list, whatever is there", ["all my orders"], email, 3 * 5 + 3],
  ["what came last", ["what was the last thing that arrived"], email, 2 * 5 + 10],
  ["a short number with its email", [`1042 ${email}`], null, 1 + maxSearchPages],
  ["three numbers", [numbers.slice(0, 3).join(", ")], null, 3],
  ["where three are", [`where are ${numbers.slice(0, 3).join(", ")}?`], null, 3 * 2],
  ["one's own by number", ["MBAAAA111111"], email, maxSearchPages, "code"],
  ["three of one's own", [numbers.slice(0, 3).join(", ")], email, 3 * maxSearchPages, "code"],
];

for (const [what, said, account, asks, policy] of turns) {
  test(`a shop without end is asked ${asks} times at most: ${what}`, async () => {
    const talk = openTalk(endless, policy ? { policy } : {});
    await talk.open(account ?? undefined);
    for (const line of said) await talk.say(line);
    assert.equal(talk.asked.length, asks);
    assert(asks <= turnLimits.asks);
  });
}
