import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// The bot reports the refund of the order that the customer means, and of no other.

const [mug, lamp] = ["MBAAAA111111", "MBBBBB222222"];
const refunded = { status: "refunded", refunds: [{ amount: 88, at: "1763000000" }] };
const shop = shopWith({
  orders: [orderWith(mug, refunded), orderWith(lamp, { status: "shipped" })],
});

const followUps = [
  `and ${lamp}, did i get money back for that`,
  `was ${lamp} refunded too`,
  `那${lamp}退款了吗`,
];

for (const followUp of followUps) {
  test(`of another order than was spoken of no refund is told: ${followUp}`, async () => {
    const talk = openTalk(shop);
    await talk.open();
    await talk.say(mug);
    assert.match(textsOf(await talk.say("was it refunded?")).join(" "), /88/);
    assert.doesNotMatch(textsOf(await talk.say(followUp)).join(" "), /88/);
  });
}

test("whoever is signed in and asks of no order is told of what went back, and of which order that was", async () => {
  const owner = "ann@example.com";
  const elements = [{ title: "Trail Shoes", quantity: 1, price: 88 }];
  const shoes = orderWith(mug, { ...refunded, elements });
  const accounts = { [owner]: { open: [lamp], past: [mug] } };
  const talk = openTalk(shopWith({ orders: [shoes, orderWith(lamp)], accounts }));
  await talk.open(owner);
  assert.match(textsOf(await talk.say("refund??")).join(" "), /^Trail Shoes: .*\$88\.00/);
  const none = openTalk(
    shopWith({ orders: [orderWith(lamp)], accounts: { [owner]: { open: [lamp] } } }),
  );
  await none.open(owner);
  assert.match(textsOf(await none.say("refund??")).join(" "), /I cannot see refunds/);
});
