import assert from "node:assert/strict";
import { test } from "node:test";
import type { Package } from "@meetbot/protocol";
import { openTalk, orderWith, shopWith, textsOf } from "../turn/talk.fixture.ts";

// An order of which a part was not sent, and an order whose parcels are each somewhere else.

const email = "ann@example.com";
const [partly, short, split, whole] = [
  "MBPART111111",
  "MBSHRT222222",
  "MBSPLT333333",
  "MBWHLE444444",
] as const;
const thing = (title: string, quantity: number) => ({ title, quantity, price: 5 });
const parcel = (
  order_number: string,
  package_number: string,
  package_status: string,
  more: Partial<Package> = {},
): Package => ({
  ...{ order_number, package_number, package_status, carrier: "DHL" },
  ...{ tracking_number: `T${package_number}`, exp_delivery: "2026-11-27", ...more },
});
const orders = [
  orderWith(partly, {
    status: "PartiallyDelivered",
    elements: [thing("Red Mug", 4), thing("Oak Lamp", 2)],
  }),
  orderWith(short, {
    status: "Shipped",
    elements: [thing("Chess Set", 1), thing("Silk Scarf", 5)],
  }),
  orderWith(split, { status: "Shipped", elements: [thing("Pen", 1), thing("Notebook", 2)] }),
  orderWith(whole, { status: "Shipped", elements: [thing("Teapot", 2)] }),
];
const packages = [
  parcel(partly, "PKAA0001", "In transit", { elements: [{ title: "Oak Lamp", quantity: 2 }] }),
  parcel(short, "PKBB0001", "In transit", {
    elements: [
      { title: "Chess Set", quantity: 1 },
      { title: "Silk Scarf", quantity: 1 },
    ],
  }),
  parcel(split, "PKCC0001", "Delivered", { product_name: "Pen", exp_delivery: "2026-11-20" }),
  parcel(split, "PKCC0002", "In transit", { product_name: "Notebook", carrier: "UPS" }),
  parcel(whole, "PKDD0001", "In transit"),
];

function talkOf(shown: Partial<Parameters<typeof shopWith>[0]> = {}, numbers: string[] = []) {
  const accounts = { [email]: { open: numbers } };
  return openTalk(shopWith({ orders, packages, accounts, ...shown }));
}

/** Returns the bot's last answer to a guest about an order. */
async function told(number: string, ...said: string[]): Promise<string> {
  const talk = talkOf();
  await talk.open();
  let replies = await talk.say(`where is order ${number}?`);
  for (const line of said) replies = await talk.say(line);
  return textsOf(replies)[0] ?? "";
}

test("of an order that was sent in part it is told what was sent and what was not, however it is asked", async () => {
  for (const said of [[], ["where is it?"], ["when does it come?"], ["has it been delivered?"]]) {
    const answer = await told(partly, ...said);
    assert.match(
      answer,
      /sent only in part so far\. Sent: 2 of 6 items\. Not sent yet: 4 × Red Mug\./,
    );
    assert.match(answer, /Your package is in transit with DHL/);
    assert.doesNotMatch(answer, /Your order[^.]*in transit|1 package/);
  }
  assert.match(await told(partly, "什么时候到"), /共 6 件，已发出 2 件；还没发出：4 × Red Mug。/);
});

test("packages that hold less than was ordered count more than the word that it was shipped", async () => {
  assert.match(
    await told(short),
    /only in part so far\. Sent: 2 of 6 items\. Not sent yet: 4 × Silk Scarf\./,
  );
});

test("where packages do not say what is in them, it is said that a part was sent and not which", async () => {
  const bare = parcel(partly, "PKAA0001", "In transit");
  for (const packages of [[bare], []]) {
    const talk = talkOf({ packages });
    await talk.open();
    const [answer = ""] = textsOf(await talk.say(`where is order ${partly}?`));
    assert.match(answer, /only in part so far\. The shop does not say exactly which items/);
  }
});

test("a package that is still being prepared makes the order one that was sent in part", async () => {
  const talk = talkOf({
    packages: [parcel(whole, "PKDD0001", "In transit"), parcel(whole, "PKDD0002", "Preparing")],
  });
  await talk.open();
  const [answer = ""] = textsOf(await talk.say(`where is order ${whole}?`));
  assert.match(answer, /sent only in part so far/);
  assert.match(answer, /PKDD0001 · In transit.*\n.*PKDD0002 · Preparing/);
});

test("whether everything was sent is told of the one order that was just shown", async () => {
  for (const said of ["has everything been sent?", "is everything shipped?"]) {
    assert.match(await told(partly, said), /^Not everything has been sent yet\. .*4 × Red Mug/);
    assert.match(await told(whole, said), /^Everything has been sent\. .*Teapot/);
  }
  for (const said of ["都发货了吗", "全部发了吗", "还有没发的吗"]) {
    assert.match(await told(short, said), /^还没有全部发出。.*4 × Silk Scarf/);
  }
  const talk = talkOf({}, [partly, whole]);
  await talk.open(email);
  await talk.say("where are my orders?");
  await talk.say("the second one");
  assert.match(textsOf(await talk.say("都发货了吗"))[0] ?? "", /^已经全部发出。.*Teapot/);
});

test("what names all orders is asked of all of them, also right after one", async () => {
  const talk = talkOf({}, [partly, short, whole]);
  await talk.open(email);
  await talk.say(`where is order ${whole}?`);
  for (const said of ["are all my orders shipped?", "全部订单都发货了吗"]) {
    assert.match(textsOf(await talk.say(said))[0] ?? "", /2 of 3 orders|3 个订单.*2 个/, said);
  }
});

test("whether everything was sent is told of the list on the screen, and else of all orders", async () => {
  const listed = talkOf({}, [partly, short, whole]);
  await listed.open(email);
  const list = await listed.say("where are my orders?");
  assert.match(JSON.stringify(list), /partially_shipped/);
  const [ofList = ""] = textsOf(await listed.say("has everything been sent?"));
  assert.match(ofList, /^Not sent, or only in part: 2 of 3 orders \(the ones listed\)/);
  const all = talkOf({}, [partly, short, whole]);
  await all.open(email);
  const [ofAll = ""] = textsOf(await all.say("has everything been sent?"));
  assert.match(ofAll, /^Not sent, or only in part: 2 of 3 orders \(in progress\)/);
});

test("carrier, number and day of several parcels are told of each", async () => {
  const each = {
    "which carrier?": /• Pen · DHL\n• Notebook · UPS$/,
    "tracking number?": /• Pen · TPKCC0001\n• Notebook · TPKCC0002$/,
    "which carrier and what tracking number?":
      /packages:\n• Pen · DHL · TPKCC0001\n• Notebook · UPS · TPKCC0002$/,
    全部到了吗: /• Pen · 已签收 · 2026年11月20日\n• Notebook · 运输中 · 预计/,
    哪家快递: /• Pen · DHL\n• Notebook · UPS$/,
    快递单号: /• Pen · TPKCC0001\n• Notebook · TPKCC0002$/,
    "when does it come?":
      /• Pen · delivered · Nov 20, 2026\n• Notebook · In transit · Expected Nov 27/,
    在哪: /• Pen · 已签收 · 2026年11月20日\n• Notebook · 运输中 · 预计/,
  };
  for (const [said, expected] of Object.entries(each)) {
    assert.match(await told(split, said), expected, said);
  }
});

test("of several parcels that one carrier brings it is named once", async () => {
  const talk = talkOf({
    packages: [parcel(whole, "PKDD0001", "In transit"), parcel(whole, "PKDD0002", "In transit")],
  });
  await talk.open();
  await talk.say(`where is order ${whole}?`);
  assert.deepEqual(textsOf(await talk.say("which carrier?")), ["It comes with DHL."]);
});

test("a parcel that has not come yet is not taken for delivered because another one was", async () => {
  assert.doesNotMatch(await told(split, "it still has not arrived"), /neighbo/);
});

test("whoever proved nothing learns nothing of what was sent", async () => {
  const talk = talkOf({}, [partly, short]);
  await talk.open();
  await talk.say("where are my orders?");
  const replies = [await talk.say(email), await talk.say("has everything been sent?")].flat();
  assert.doesNotMatch(JSON.stringify(replies), /Mug|Scarf|in part|of 6|partially/i);
});
