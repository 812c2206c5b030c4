import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "../turn/talk.fixture.ts";

// Questions about what is on the screen, as far as each level lets them be answered.

const email = "ann@example.com";
const lamp = orderWith("MB7K2Q9XW4TP", {
  status: "shipped",
  recipient_name: "Ann Reed",
  payment_method: "Visa 4242",
  address: { street_1: "9 Mill Road", city: "Cork", country: "IE" },
  summary: { subtotal: 40, shipping_cost: 4.5, total_tax: 1, total_cost: 45.5 },
  elements: [
    { title: "Oak Lamp", quantity: 2, price: 30 },
    { title: "Bulb", quantity: 1, price: 10 },
  ],
});
const mug = orderWith("MBAAAA111111", { elements: [{ title: "Red Mug", quantity: 1, price: 5 }] });
const scarf = orderWith("1042", { elements: [{ title: "Silk Scarf", quantity: 1, price: 9 }] });
const parcel = {
  order_number: lamp.order_number,
  package_number: "PKA1B2C3D4",
  product_name: "Oak Lamp",
  carrier: "DHL",
  tracking_number: "JD0123456789",
  tracking_url: "https://dhl.example/track",
  package_status: "In transit",
  exp_delivery: "2026-11-27",
};
const shop = shopWith({
  orders: [lamp, mug, scarf],
  packages: [parcel],
  accounts: { [email]: { open: [lamp.order_number, mug.order_number, scarf.order_number] } },
});

/** The screens: the message that opens each one, and the signed-in email, if any. */
const screens = {
  "0, by an email": [`my orders, ${email}`],
  "0, by a number": ["1042"],
  package: [parcel.package_number],
  "1": [lamp.order_number],
  "2": [lamp.order_number, email],
} as const;

type Screen = keyof typeof screens;

const signIn = /only to the person who ordered/;
const email0 = /only to the person who ordered|only the status and the month/;
const needsEmail = /email you ordered with|Which email|only look up orders/;
const orderNumber = /^Send me the order number/;

/** Questions with the screens on which their answer differs; the default answers stand below. */
const rows: [question: string, told: Partial<Record<Screen, RegExp>>][] = [
  ["how much was it", { "1": /\$45\.50/, "2": /\$45\.50/ }],
  ["what did shipping cost", { "1": /\$4\.50/, "2": /\$4\.50/ }],
  [
    "with or without shipping",
    { "1": /includes shipping \(\$4\.50\)/, "2": /and tax \(\$1\.00\)/ },
  ],
  ["whose name is on it", { "2": /addressed to Ann Reed/ }],
  ["what is in it", { "1": /2 × Oak Lamp and 1 × Bulb/, "2": /2 × Oak Lamp and 1 × Bulb/ }],
  ["when did I order it", { "1": /Nov 18, 2026/, "2": /Nov 18, 2026/ }],
  ["how was it paid", { "1": /only to the person who ordered/, "2": /Visa 4242/ }],
  ["which address does it go to", { "2": /Ann Reed, 9 Mill Road, Cork/ }],
  ["when will it come", { package: /Nov 27/, "1": /Nov 27/, "2": /Nov 27/ }],
  ["which carrier", { package: /DHL/, "1": /DHL/, "2": /DHL/ }],
  ["tracking number?", { package: /PKA1B2C3D4/, "1": /JD0123456789/, "2": /JD0123456789/ }],
];

const hidden: Record<Screen, RegExp> = {
  "0, by an email": email0,
  "0, by a number": needsEmail,
  package: orderNumber,
  "1": signIn,
  "2": /^$/,
};

for (const [question, told] of rows) {
  test(`“${question}” is answered as far as each level lets it be`, async () => {
    for (const screen of Object.keys(screens) as Screen[]) {
      const [said, account] = screens[screen];
      const talk = openTalk(shop);
      await talk.open(account);
      await talk.say(said);
      const [answer = "", ...more] = textsOf(await talk.say(question));
      assert.match(answer, told[screen] ?? hidden[screen], `${screen}: ${answer}`);
      if (!screen.startsWith("0")) assert.deepEqual(more, []);
    }
  });
}

test("a fact that is told stands beside its sentence too, and what is not told has none", async () => {
  const talk = openTalk(shop);
  await talk.open();
  await talk.say(lamp.order_number);
  const [total] = await talk.say("how much was it?");
  assert(total?.kind === "text");
  assert.deepEqual(total.facts, [{ about: "total", value: "$45.50" }]);
  const [address] = await talk.say("where does it go to, which address?");
  assert(address?.kind === "text");
  assert.equal(address.facts, undefined);
});

test("a card that is on the screen is not drawn again for a question about it", async () => {
  const talk = openTalk(shop);
  await talk.open(email);
  await talk.say(lamp.order_number);
  assert.deepEqual(kindsOf(await talk.say("how much was it?")), ["text"]);
  assert.deepEqual(kindsOf(await talk.say("when will it come?")), ["text", "packages"]);
  assert.deepEqual(kindsOf(await talk.say("which carrier?")), ["text"]);
});

test("of a list one is meant by its place or its goods; else which one is asked", async () => {
  const talk = openTalk(shop);
  await talk.open(email);
  await talk.say("my orders");
  const which = await talk.say("how much was it?");
  assert.deepEqual(textsOf(which), ["Which one do you mean?"]);
  assert.deepEqual(titlesOf(which), ["Oak Lamp", "Red Mug", "Silk Scarf"]);
  assert.match(textsOf(await talk.tap("Oak Lamp"))[0] ?? "", /\$45\.50/);
  await talk.say("my orders");
  assert.match(textsOf(await talk.say("how much was the mug?"))[0] ?? "", /\$10\.00/);
  assert.deepEqual(talk.asked, [{ method: "orders", orderNumber: mug.order_number }]);
  await talk.say("what is in the third one?");
  assert.deepEqual(talk.asked, [{ method: "orders", orderNumber: scarf.order_number }]);
});

test("a miss leaves on the screen what is there", async () => {
  const talk = openTalk(shop);
  await talk.open(email);
  await talk.say("my orders");
  await talk.say("flibber the gostak");
  assert.match(textsOf(await talk.say("and the second one?"))[0] ?? "", /Red Mug/);
});

test("the same is not said twice in the same words", async () => {
  const talk = openTalk(shop);
  await talk.open();
  await talk.say(lamp.order_number);
  const [first = ""] = textsOf(await talk.say("which carrier?"));
  const [again = ""] = textsOf(await talk.say("which carrier?"));
  assert.notEqual(again, first);
  assert(again.includes(first));
});

const kindsOf = (replies: readonly { kind: string }[]) => replies.map(({ kind }) => kind);

test("one that is described and is not on the screen is looked for among the account's orders", async () => {
  const rug = orderWith("MBCCCC333333", {
    status: "delivered",
    elements: [{ title: "Wool Rug", quantity: 1, price: 90 }],
  });
  const open = [mug.order_number, scarf.order_number];
  const orders = [mug, scarf, rug];
  const accounts = { [email]: { open, past: [rug.order_number] } };
  for (const words of ["the delivered one", "签收的那个呢"]) {
    const talk = openTalk(shopWith({ orders, accounts }));
    await talk.open(email);
    await talk.say("my orders");
    assert.match(JSON.stringify(await talk.say(words)), /Wool Rug/, words);
  }
});
