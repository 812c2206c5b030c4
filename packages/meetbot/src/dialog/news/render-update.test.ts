import assert from "node:assert/strict";
import { test } from "node:test";
import type { ToldNews } from "@meetbot/model/conversation/inbound-event.ts";
import type { Package } from "@meetbot/protocol";
import { openTalk, orderWith, shopWith, textsOf } from "../../turn/talk.fixture.ts";

const number = "PA7K2Q9XW4TP";

const order = orderWith(number, {
  status: "shipped",
  summary: { total_cost: 84.5 },
  elements: [{ title: "Linen Shirt", quantity: 1, price: 84.5 }],
});

const parcel: Package = {
  order_number: number,
  package_number: "PK-1",
  product_name: "Linen Shirt",
  carrier: "UPS",
  package_status: "Shipped",
};

/** A customer who was shown the order by its number, and follows it. */
async function follow() {
  const talk = openTalk(shopWith({ orders: [order], packages: [parcel] }));
  talk.news = { isPushed: true, reach: "here" };
  await talk.say(`where is ${number}?`);
  await talk.tap("Keep me posted");
  return talk;
}

function parcelNews(status: string, words: string): ToldNews {
  const packages = [{ ...parcel, package_status: words }];
  const answer = { kind: "packages" as const, packages, hasNextPage: false };
  return {
    of: "package",
    status,
    heard: [{ question: { method: "packages", orderNumber: number, page: 1 }, answer }],
  };
}

const tell = (news: ToldNews) => ({ kind: "news" as const, news });

test("news of a parcel are told with its card, and can be asked about", async () => {
  const talk = await follow();
  const [sentence, card] = await talk.hear(
    tell(parcelNews("out_for_delivery", "Out for delivery")),
  );
  assert(sentence?.kind === "text" && card?.kind === "packages");
  assert.equal(sentence.text, "Your order (Linen Shirt) is out for delivery with UPS.");
  assert.equal(talk.turn?.outcome, null, "nothing was asked for");
  assert.deepEqual(talk.asked, []);
  assert.match(textsOf(await talk.say("which carrier?")).join(), /UPS/);
});

test("what goes wrong, or back, is said first", async () => {
  const talk = await follow();
  const [sentence] = textsOf(await talk.hear(tell(parcelNews("returning", "Picked up"))));
  assert.match(sentence ?? "", /^Your parcel is going back to the sender\.\n/);
});

test("an order's news are told as news", async () => {
  const talk = await follow();
  const paid = { ...order, status: "paid" };
  const answer = { kind: "orders" as const, orders: [paid], hasNextPage: false };
  const heard: ToldNews["heard"] = [
    { question: { method: "orders", orderNumber: number }, answer },
  ];
  const [sentence] = textsOf(await talk.hear(tell({ of: "order", status: "paid", heard })));
  assert.match(sentence ?? "", /^We have received the payment for your order\./);
});

test("where the proof has ended they are told that there is news, and nothing of it", async () => {
  const talk = await follow();
  talk.now += 25 * 3_600_000;
  const replies = await talk.hear(tell(parcelNews("delivered", "Delivered")));
  assert.deepEqual(
    replies.map(({ kind }) => kind),
    ["text"],
  );
  const said = JSON.stringify(replies);
  for (const secret of [number, "Linen", "UPS", "elivered"]) assert(!said.includes(secret), said);
});

test("what the customer was asked before stays asked", async () => {
  const talk = await follow();
  await talk.say("where is my other order?");
  const before = talk.turn?.state.dialog.form;
  await talk.hear(tell(parcelNews("delivered", "Delivered")));
  assert.deepEqual(talk.turn?.state.dialog.form, before);
});

test("while a person answers, news are told beside them", async () => {
  const talk = await follow();
  talk.held = { holder: "person", by: "operator_ada", atMs: talk.now };
  const replies = await talk.hear(tell(parcelNews("delivered", "Delivered")));
  assert.match(textsOf(replies).join(), /delivered/);
  assert.equal(talk.held.holder, "person");
});
