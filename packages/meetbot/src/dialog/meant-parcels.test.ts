import assert from "node:assert/strict";
import { test } from "node:test";
import type { Package } from "@meetbot/protocol";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// Of an order's parcels, the bot describes only the one that the customer means.

const email = "ann@example.com";
const number = "MBPRCL111111";
const other = "MBOTHR222222";
const thing = (title: string, quantity = 1) => ({ title, quantity, price: 5 });
const parcel = (
  place: number,
  title: string,
  carrier: string,
  package_status: string,
  exp_delivery: string,
): Package => ({
  ...{ order_number: number, package_number: `PKAA000${place}`, carrier, package_status },
  ...{ tracking_number: `TRACK000${place}`, exp_delivery },
  elements: [{ title, quantity: 1 }],
});
const orders = [
  orderWith(number, {
    status: "Shipped",
    elements: [thing("White T-Shirt"), thing("Red Lantern"), thing("Oak Lamp")],
  }),
  orderWith(other, { status: "Shipped", elements: [thing("Chess Set")] }),
];
const packages = [
  parcel(1, "White T-Shirt", "UPS", "In transit", "2026-11-27"),
  parcel(2, "Red Lantern", "DHL", "Out for delivery", "2026-11-25"),
  parcel(3, "Oak Lamp", "USPS", "In transit", "2026-11-30"),
  { ...parcel(4, "Chess Set", "GLS", "In transit", "2026-12-01"), order_number: other },
];
const shop = (shown: readonly Package[] = packages) =>
  shopWith({ orders, packages: [...shown], accounts: { [email]: { open: [number, other] } } });

/** The last answer, after the order was shown. */
async function told(...said: string[]): Promise<string> {
  const talk = openTalk(shop());
  await talk.open();
  let replies = await talk.say(`where is order ${number}?`);
  for (const line of said) replies = await talk.say(line);
  return textsOf(replies).join("\n");
}

const own = {
  UPS: /(?<!S)UPS|TRACK0001|White T-Shirt/,
  DHL: /DHL|TRACK0002|Red Lantern|out for delivery/i,
  USPS: /USPS|TRACK0003|Oak Lamp/,
} as const;

/** Checks that an answer describes this carrier's parcel, and no other. */
function assertOnly(answer: string, carrier: keyof typeof own, said: string) {
  for (const [name, facts] of Object.entries(own)) {
    if (name === carrier) assert.match(answer, facts, said);
    else assert.doesNotMatch(answer, facts, said);
  }
}

test("the parcel that is counted, or called by its goods, is told of alone", async () => {
  const cases: readonly (readonly [string, keyof typeof own, RegExp])[] = [
    ["tracking number of the second package", "DHL", /TRACK0002/],
    ["what is the tracking number of the third parcel?", "USPS", /TRACK0003/],
    ["who brings the t-shirt?", "UPS", /UPS/],
    ["which carrier brings the red lantern", "DHL", /DHL/],
    ["tracking number of the lamp please", "USPS", /TRACK0003/],
    ["第二个包裹的快递单号", "DHL", /TRACK0002/],
    ["灯笼的快递单号", "DHL", /TRACK0002/],
    ["Sendungsnummer vom zweiten Paket", "DHL", /TRACK0002/],
    ["número de seguimiento del segundo paquete", "DHL", /TRACK0002/],
    ["the last one, who brings it", "USPS", /USPS/],
  ];
  for (const [said, carrier, fact] of cases) {
    const answer = await told(said);
    assertOnly(answer, carrier, said);
    assert.match(answer, fact, said);
  }
});

test("a parcel is meant by how far it is, and “the other one” goes on from it", async () => {
  const came = packages.with(0, { ...packages[0]!, package_status: "Delivered" });
  const talk = openTalk(shop(came));
  await talk.open();
  await talk.say(`where is order ${number}?`);
  const said = "the one that came, which was it";
  assertOnly(textsOf(await talk.say(said)).join("\n"), "UPS", said);
  const missing = textsOf(await talk.say("没到的那个呢")).join("\n");
  assert.doesNotMatch(missing, own.UPS);
  assert.match(missing, own.DHL);
});

test("what is asked next is asked of the same parcel, until the order is meant again", async () => {
  const when = await told("tracking number of the second package", "and when does it come?");
  assertOnly(when, "DHL", "when");
  assert.match(when, /today/);
  assertOnly(await told("the second package", "and the last one, who brings it?"), "USPS", "last");
  const whole = await told("the second package", "where is my order?");
  for (const name of ["White T-Shirt", "Red Lantern", "Oak Lamp"])
    assert.match(whole, RegExp(name));
});

test("goods that nobody bought are said so, also after a parcel was told of", async () => {
  const talk = openTalk(shop());
  await talk.open(email);
  await talk.say(`where is order ${number}?`);
  await talk.say("who brings the lantern?");
  const told = textsOf(await talk.say("裤子呢")).join("\n");
  assert.match(told, /没有找到这样的商品/);
});

test("a place that no parcel has shows them all, and goods in none of them are said so", async () => {
  const all = await told("tracking number of the fifth package");
  for (const one of ["TRACK0001", "TRACK0002", "TRACK0003"]) assert.match(all, RegExp(one));
  const talk = openTalk(shop(packages.slice(0, 2)));
  await talk.open();
  await talk.say(`where is order ${number}?`);
  const lamp = textsOf(await talk.say("when does the oak lamp come?")).join("\n");
  assert.match(lamp, /Oak Lamp: the shop shows it in none of these packages/);
});

test("goods that a parcel calls otherwise than the order does are not said to be in none", async () => {
  const renamed = packages.slice(0, 2).map((one, at) => ({
    ...one,
    elements: [{ title: at === 0 ? "Oak Lamp, brown" : "Red Lantern", quantity: 1 }],
  }));
  const talk = openTalk(shop(renamed));
  await talk.open();
  await talk.say(`where is order ${number}?`);
  const told = textsOf(await talk.say("who brings the oak lamp?")).join("\n");
  assert.doesNotMatch(told, /in none of these packages/);
  assert.match(told, /UPS/);
  assert.doesNotMatch(told, /DHL/);
});

test("goods of another order on the screen are told of that order", async () => {
  const talk = openTalk(shop());
  await talk.open(email);
  await talk.say("my orders");
  await talk.say("where is the t-shirt?");
  const chess = textsOf(await talk.say("and who brings the chess set?")).join("\n");
  assert.match(chess, /Chess Set: .*GLS/);
  assert.doesNotMatch(chess, /UPS|DHL|USPS/);
});

test("when they were sent, who took them in, and how many there are is told of each parcel", async () => {
  for (const said of ["when was it sent?", "who signed for it?", "how many packages is it?"]) {
    const lines = (await told(said)).split("\n").filter((line) => line.startsWith("•"));
    assert.equal(lines.length, 3, said);
  }
  assertOnly(await told("when was the lamp sent?"), "USPS", "sent");
});

test("goods that are named are meant, whichever parcel was told of last", async () => {
  assertOnly(await told("where is the lantern?", "so the lamp comes when"), "USPS", "the lamp");
  assertOnly(await told("where is the lantern?", "and the t-shirt"), "UPS", "the t-shirt");
});
