import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// What customers say of the bot's own words is answered with the order that it spoke of.

const email = "ann@example.com";
const thing = (title: string) => ({ title, quantity: 1, price: 5 });
const [open, unpaid, past, back] = ["MBOPEN111111", "MBOWED222222", "MBPAST333333", "MBBACK444444"];
const orders = [
  orderWith(open, { status: "Shipped", elements: [thing("Red Lantern")] }),
  orderWith(unpaid, { status: "Awaiting payment", elements: [thing("Tea Set")] }),
  orderWith(past, { status: "Delivered", elements: [thing("Fountain Pen")] }),
  orderWith(back, {
    status: "Refunded",
    elements: [thing("Rain Jacket")],
    refunds: [{ amount: 5, at: "1763000000" }],
  }),
];
const packages = [
  {
    ...{ order_number: open, package_number: "PKAA0001", carrier: "DHL" },
    package_status: "Delivery failed",
  },
];
const shop = shopWith({
  ...{ orders, packages },
  accounts: { [email]: { open: [open], unpaid: [unpaid], past: [past, back] } },
});

/** The last answer of a customer who is signed in. */
async function told(...said: string[]): Promise<string> {
  const talk = openTalk(shop);
  await talk.open(email);
  let last = "";
  for (const line of said) last = textsOf(await talk.say(line)).join("\n");
  return last;
}

test("who doubts an answer is told the same fact again, and who can check it", async () => {
  for (const doubt of ["are you sure?", "I definitely paid for it", "that can't be right"]) {
    const answer = await told("did I pay for the tea set?", doubt);
    assert.match(answer, /just looked again\. It is not paid yet.*a person can check it/, doubt);
  }
  assert.match(await told("Tea Set付款了吗", "确定吗"), /又查了一遍：.*还没付款.*人工客服核实/);
});

test("who doubts that nothing was found is told where else it may stand", async () => {
  for (const doubt of ["are you sure? I definitely ordered one", "then what do I do"]) {
    assert.match(
      await told("did the bicycle ship?", doubt),
      /none like that.*another email/,
      doubt,
    );
  }
});

test("who doubts a sum is told of no single order", async () => {
  const sum = "how much did I spend on all my orders?";
  for (const asked of [["how much was the tea set?", sum], [sum]]) {
    const answer = await told(...asked, "are you sure?");
    assert.match(answer, /the shop’s system says/, asked.join());
    assert.doesNotMatch(answer, /Tea Set|The total is/);
  }
});

test("what to do now depends on how the order stands", async () => {
  const next = (asked: string) => told(asked, "then what do I do");
  assert.match(await next("where is the red lantern"), /try again on the next working day/);
  assert.match(await next("where is the tea set"), /Please pay it in the shop/);
  assert.match(await next("where is the fountain pen"), /ask your neighbors/);
  assert.match(await told("Tea Set到哪了", "那我要怎么办"), /先在店铺里付款/);
});

test("who was misread is heard, and nothing is stopped", async () => {
  for (const said of ["that's not what I asked", "you said that already"]) {
    assert.match(await told("where is the red lantern", said), /misread you/, said);
  }
});

test("a correction by goods is looked up", async () => {
  assert.match(await told("has the tea set arrived", "no I mean the red lantern"), /Red Lantern/);
});

test("a parcel that is said to be delivered is found by its goods, also in a longer complaint", async () => {
  const said = "my fountain pen never arrived though it says delivered";
  assert.match(await told(said), /The carrier says that it was delivered/);
});

test("a payment that was taken twice is told of no other order's payment", async () => {
  for (const said of ["I was charged twice", "重复扣款了", "do i have to pay customs"]) {
    assert.doesNotMatch(await told(said), /not paid yet|还没付款|Tea Set/, said);
  }
});

test("refunds are told where the shop lists them, whichever order they are of", async () => {
  for (const said of [
    "do I have any refunds?",
    "有退款的吗",
    "am I getting a refund for the jacket?",
  ]) {
    assert.match(await told(said), /Rain Jacket|refund of|退款/, said);
    assert.doesNotMatch(await told(said), /cannot see refunds|我查不到/, said);
  }
});

test("the day on which an order was placed is told to who asks whether it was that day", async () => {
  assert.match(await told("was the tea set ordered on november 20?"), /You ordered it on/);
  assert.match(await told("where is the tea set", "它是11月20号买的吗"), /下单/);
});

test("a yes to what only a person can do calls one", async () => {
  assert.match(await told("I was charged twice", "yes please"), /called a person/);
  assert.match(await told(`cancel order ${open}`, "yes"), /called a person/);
});

test("what only the carrier arranges is no change of an order", async () => {
  assert.match(await told("leave it with my neighbor please"), /tracking pages/);
  assert.match(await told("i need a pickup code"), /The carrier sends the pickup code/);
  assert.match(await told("明天家里没人，改天再送"), /改约时间/);
});

test("what is asked of the order beside it is answered, too", async () => {
  for (const [asked, beside] of [
    ["where is the tea set", "I'm not home tomorrow, when does it come?"],
    ["Tea Set到哪了", "明天我不在家，什么时候到？"],
  ] as const) {
    assert.match(
      await told(asked, beside),
      /(tracking pages|查询页面).*(not been sent|没发货|未发货)/s,
    );
  }
});
