import assert from "node:assert/strict";
import { test } from "node:test";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Package } from "@meetbot/protocol";
import {
  type AnswerQuestion,
  down,
  openTalk,
  orderWith,
  shopWith,
  textsOf,
} from "../turn/talk.fixture.ts";
import { parcelsIn } from "./track-parcels.ts";

const trackingNumber = "1Z999AA10123456784";
const order = "MB7K2Q9XW4TP";
const parcel: Package = {
  order_number: order,
  package_number: "P-8812",
  product_name: "Linen Shirt",
  carrier: "UPS",
  tracking_number: trackingNumber,
  package_status: "Shipped",
  exp_delivery: "2026-11-28",
};
const other: Package = {
  ...parcel,
  package_number: "P-8813",
  tracking_number: "1Z999AA10123456785",
};

/** A shop that is asked by its own numbers alone, as most shop systems are. */
function deafShop(packages: readonly Package[]): AnswerQuestion {
  const whole = shopWith({ orders: [orderWith(order)], packages });
  const refusal: MerchantAnswer = {
    ...{ kind: "refusal", reason: "order_not_found", code: null, message: "" },
  };
  return (question) =>
    "packageNumber" in question && !/^P-/.test(question.packageNumber) ? refusal : whole(question);
}

/** The first customer sees the order's parcels: from there the bot knows them. */
async function talkAfter(answer: AnswerQuestion, before = deafShop([parcel, other])) {
  const first = openTalk(before);
  await first.open();
  await first.say(`where is the package of my order ${order}?`);
  assert.equal(first.tracked.size, 2, "both parcels are remembered");
  const talk = openTalk(answer);
  talk.tracked = new Map(first.tracked);
  await talk.open();
  return talk;
}

test("a carrier's number that the shop cannot be asked by finds its parcel, and nothing of its order", async () => {
  const talk = await talkAfter(deafShop([other, parcel]));
  const replies = await talk.say(`where is my package ${trackingNumber}?`);
  const said = JSON.stringify(replies);
  assert.match(said, /UPS/);
  assert.match(textsOf(replies).join(" "), /28/);
  for (const hidden of [order, "Linen", "P-8813", other.tracking_number ?? ""]) {
    assert.doesNotMatch(said, new RegExp(hidden), hidden);
  }
  assert.deepEqual(
    talk.asked.map((question) => ("packageNumber" in question ? "number" : "order")),
    ["number", "order"],
  );
});

test("a shop that knows the carrier's number is asked once", async () => {
  const talk = await talkAfter(shopWith({ orders: [orderWith(order)], packages: [parcel] }));
  assert.match(JSON.stringify(await talk.say(`where is my package ${trackingNumber}?`)), /UPS/);
  assert.equal(talk.asked.length, 1);
});

test("a bare number that might be an order's is tried as one first", async () => {
  const talk = await talkAfter(deafShop([parcel]));
  assert.match(JSON.stringify(await talk.say(trackingNumber)), /UPS/);
});

for (const [what, packages] of Object.entries({
  "is gone": [other],
  "has another number by now": [{ ...parcel, tracking_number: "1Z999AA10123456999" }],
  "is another order's by now": [{ ...parcel, order_number: "MB0000000000" }],
})) {
  test(`a parcel that ${what} is not found`, async () => {
    const whole = shopWith({ orders: [orderWith(order)] });
    const talk = await talkAfter((question) =>
      "orderNumber" in question && question.method === "packages" && question.orderNumber === order
        ? { kind: "packages", packages, hasNextPage: false }
        : "packageNumber" in question
          ? deafShop([])(question)
          : whole(question),
    );
    const replies = await talk.say(`where is my package ${trackingNumber}?`);
    assert.doesNotMatch(JSON.stringify(replies), /UPS|MB7K2|MB000/);
    assert.match(textsOf(replies).join(" "), /knows neither an order nor a package/);
  });
}

test("where the shop does not answer the second question, that is said: nothing is “not found”", async () => {
  const deaf = deafShop([]);
  const talk = await talkAfter((question) => ("packageNumber" in question ? deaf(question) : down));
  const [said = ""] = textsOf(await talk.say(`where is my package ${trackingNumber}?`));
  assert.doesNotMatch(said, /neither/i);
});

test("the parcel is found behind ten others, and beyond thirty it is not looked for", async () => {
  const many = Array.from({ length: 80 }, (_, n) => {
    return { ...parcel, package_number: `P-${n}`, tracking_number: `1Z999AA1012345${1000 + n}` };
  });
  for (const [nth, isFound] of [
    [25, true],
    [60, false],
  ] as const) {
    const asked: Question[] = [];
    const deaf = deafShop(many);
    const talk = openTalk((question) => {
      asked.push(question);
      if (!("isLong" in question) || question.method !== "packages") return deaf(question);
      const packages = many.slice((question.page - 1) * 10, question.page * 10);
      return { kind: "packages", packages, hasNextPage: question.page < 8 };
    });
    const number = many[nth]?.tracking_number ?? "";
    talk.tracked = new Map([[number, order]]);
    await talk.open();
    assert.equal(
      /UPS/.test(JSON.stringify(await talk.say(`where is my package ${number}?`))),
      isFound,
    );
    assert.ok(asked.length <= 6, String(asked.length));
  }
});

test("only what was asked about is remembered, and nothing twice named or overlong", () => {
  const answer = (packages: Package[]): MerchantAnswer => {
    return { kind: "packages", packages, hasNextPage: false };
  };
  const byOrder: Question = { method: "packages", orderNumber: order, page: 1 };
  const remembered = (pkg: Partial<Package>, question: Question = byOrder) =>
    parcelsIn(question, answer([{ ...parcel, ...pkg }])).length;
  assert.equal(remembered({}), 1);
  assert.equal(remembered({ order_number: "MB0000000000" }), 0, "another order's");
  assert.equal(remembered({ package_number: trackingNumber }), 0, "the shop's own name of it");
  assert.equal(remembered({ tracking_number: "9".repeat(65) }), 0, "overlong");
  assert.equal(remembered({ tracking_number: "——" }), 0, "no number at all");
  assert.equal(remembered({}, { method: "packages", packageNumber: "P-8812", page: 1 }), 1);
  assert.equal(remembered({}, { method: "packages", packageNumber: "P-1", page: 1 }), 0);
});
