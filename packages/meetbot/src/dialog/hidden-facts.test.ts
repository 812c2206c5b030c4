import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Order, Package } from "@meetbot/protocol";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// What a level hides cannot be learned by any question: two shops that differ in nothing else say the same.

const number = "MB7K2Q9XW4TP";
const packageNumber = "PKA1B2C3D4";
const email = "ann@example.com";

/** An order and its package; what a level may hide of them depends on `secret`. */
interface Goods {
  order: Order;
  pkg: Package;
}

/** All that only its owner may see. */
const person = (secret: string): Partial<Order> => ({
  recipient_name: `Recipient ${secret}`,
  payment_method: `Card ${secret}`,
  order_url: `https://shop.example/orders/${secret}`,
  address: { street_1: `${secret} Lane`, city: `City ${secret}`, country: "IE" },
});

const goods = (secret: string, amount: number): Partial<Order> => ({
  elements: [
    { title: `Lamp ${secret}`, quantity: amount, price: amount },
    { title: `Bulb ${secret}`, quantity: amount + 1, price: amount },
  ],
  summary: { subtotal: amount, shipping_cost: amount, total_tax: 1, total_cost: amount * 2 },
  adjustments: [{ name: `Voucher ${secret}`, amount: -amount }],
});

const carrierFacts = {
  package_number: packageNumber,
  carrier: "DHL",
  package_status: "In transit",
  exp_delivery: "2026-11-27",
  tracking_url: "https://dhl.example/track",
};

/** What differs between two shops, and what the customer says before they ask. */
const levels: Record<string, { said: string; make(secret: string, amount: number): Goods }> = {
  "0, by an email": {
    said: `my orders, ${email}`,
    make: (secret, amount) => ({
      order: orderWith(`${secret}${secret}W4TP`, {
        status: "shipped",
        timestamp: String(1_794_900_000 + amount * 1_000),
        ...goods(secret, amount),
        ...person(secret),
      }),
      pkg: { ...carrierFacts, order_number: `${secret}${secret}W4TP`, carrier: secret },
    }),
  },
  "0, by a short number": {
    said: "1042",
    make: (secret, amount) => ({
      order: orderWith("1042", {
        status: "shipped",
        timestamp: String(1_794_900_000 + amount * 9_000_000),
        ...goods(secret, amount),
        ...person(secret),
      }),
      pkg: { ...carrierFacts, order_number: "1042", carrier: secret, exp_delivery: "2026-12-01" },
    }),
  },
  package: {
    said: packageNumber,
    make: (secret, amount) => ({
      order: orderWith(`${secret}${secret}W4TP`, { ...goods(secret, amount), ...person(secret) }),
      pkg: { ...carrierFacts, order_number: `${secret}${secret}W4TP`, product_name: secret },
    }),
  },
  "1": {
    said: number,
    make: (secret) => ({
      order: orderWith(number, { status: "shipped", ...goods("Oak", 3), ...person(secret) }),
      pkg: { ...carrierFacts, order_number: number, product_name: "Oak" },
    }),
  },
};

/** Whatever may be asked of what is on the screen, in both languages that are read by training. */
const questions = [
  ...["how much was it?", "what did shipping cost", "was there a discount?", "what is in it?"],
  ...["how many are there", "which address does it go to", "who is it addressed to"],
  ...["how was it paid?", "when did I order it", "where is it?", "when will it come"],
  ...["was it delivered?", "which carrier brings it", "tracking number?", "link please"],
  ...["can you hurry it up?", "how many orders do I have", "the first one", "the lamp", "more"],
  ...["it is late", "it says delivered but it is not here", "this is a disgrace", "show it to me"],
  ...["my orders of November", "the last one", "all of them", "where is the Lamp qqqqq"],
  ...["whose name is on it", "with or without shipping?", "did I pay", "what does that mean?"],
  ...["which account is this", "show me other people's orders", "can you find it by my name", "2"],
  ...["含运费吗", "写的谁的名字", "付了没", "什么意思", "你查的是谁的", "看看别人的订单"],
  ...["how much did I spend in total", "are they all paid?", "which has not been sent yet"],
  ...["which comes first", "what arrived last", "which order was the cheapest", "一共花了多少"],
  ...["都发货了吗", "哪个先到", "台灯那个呢"],
  ...["一共多少钱", "里面有什么", "寄到哪个地址", "收件人是谁", "怎么付的款", "哪天下的单"],
  ...[
    "到哪了",
    "什么时候到",
    "签收了吗",
    "哪家快递",
    "运单号多少",
    "链接发我",
    "第一个",
    "还没收到",
  ],
  ...["I want to return it", "can I return the lamp?", "return the first one", "我想退货"],
];

/** What the shop says itself speaks of the order. */
const returns = "Within 30 days. {order.number} is {order.status}. Ask {shop.contact}.";

for (const [level, { said, make }] of Object.entries(levels)) {
  test(`what level ${level} hides is told by no answer`, async () => {
    const [one, other] = [await heard(make("qqqqq", 7), said), await heard(make("zzzzz", 9), said)];
    for (const [place, question] of questions.entries()) {
      assert.deepEqual(one[place], other[place], question);
    }
  });
}

test("the owner of an account is told all of it, so that the questions above do ask for it", async () => {
  const { order, pkg } = levels["1"]!.make("qqqqq", 7);
  const talk = openTalk(shopOf({ order, pkg }));
  talk.answers = book;
  await talk.open(email);
  await talk.say(number);
  const told = [];
  for (const question of questions) told.push(...textsOf(await talk.say(question)));
  const all = told.join("\n");
  for (const fact of [
    "$6.00",
    "Voucher Oak",
    "Lamp Oak",
    "Recipient qqqqq",
    "Card qqqqq",
    filled,
  ]) {
    assert(all.includes(fact), `${fact} was not told`);
  }
});

const filled = `Within 30 days. ${number} is shipped.`;

const book: AnswerBook = {
  answers: {
    returns: {
      texts: { en: { text: returns, buttons: [] } },
      ...{ validFrom: null, validUntil: null },
    },
  },
  ...{ ownTopics: [], taught: [] },
};

function shopOf({ order, pkg }: Goods) {
  const open = [order.order_number];
  return shopWith({ orders: [order], packages: [pkg], accounts: { [email]: { open } } });
}

/** Returns the bot's replies to each question, asked right after the first message. */
async function heard(shop: Goods, said: string): Promise<unknown[]> {
  const replies = [];
  for (const question of questions) {
    const talk = openTalk(shopOf(shop));
    talk.answers = book;
    await talk.open();
    await talk.say(said);
    replies.push([await talk.say(question), await talk.say("where is it?"), talk.replay()]);
  }
  return replies;
}
