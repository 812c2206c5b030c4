import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "../turn/talk.fixture.ts";

// By whom and by what an order is looked for, and which list a short question follows.

const email = "ann@example.com";
const orders = ["MBAAAA111111", "MBBBBB222222", "MBCCCC333333", "MBDDDD444444", "MBEEEE555555"].map(
  (number, place) =>
    orderWith(number, {
      status: place === 4 ? "Awaiting payment" : "Processing",
      recipient_name: "Ann Reed",
      order_url: `https://shop.example/orders/${number}`,
      elements: [{ title: `Thing ${place + 1}`, quantity: 1, price: 5 }],
    }),
);
const [one, two, three, four, five] = orders.map(({ order_number }) => order_number) as [
  ...[string, string, string, string, string],
];
const shop = shopWith({
  orders,
  accounts: { [email]: { open: [one, two], past: [three, four], unpaid: [five] } },
});

const guest = async (...said: string[]) => {
  const talk = openTalk(shop);
  await talk.open();
  for (const words of said) await talk.say(words);
  return talk;
};

const signedIn = async (...said: string[]) => {
  const talk = openTalk(shop);
  await talk.open(email);
  for (const words of said) await talk.say(words);
  return talk;
};

const firstOf = async (talk: Awaited<ReturnType<typeof guest>>, words: string) =>
  textsOf(await talk.say(words))[0] ?? "";

/** Questions that guests ask instead of sending a number or an email, and the bot's answer to each. */
const asked: readonly (readonly [string, RegExp])[] = [
  ["can you find it by my name?", /cannot look up by a name.*order number.*email/],
  ["用手机号能查吗", /手机号查不了.*订单号.*邮箱/],
  ["I bought it as a guest", /needs no account/],
  ["没注册直接买的怎么查", /没注册也能查/],
  ["it's my mother's order", /ask them for the order number/],
  ["别人送我的礼物怎么查", /向下单的人要订单号/],
  ["why do you need my email", /only to find your orders/],
  ["填邮箱安全吗", /只用来在店铺系统里找您的订单/],
  ["who am I signed in as", /Nobody is signed in here/],
  ["我现在登的是哪个号", /没有登录任何账户/],
];

for (const [words, told] of asked) {
  test(`a guest is told what works instead, and the form stays open: ${words}`, async () => {
    const talk = await guest();
    assert.match(await firstOf(talk, words), told);
    const answer = await talk.say(one);
    assert.match(JSON.stringify(answer), /Thing 1/);
  });
}

test("the same is not said twice in the same words", async () => {
  const talk = await guest("is it safe to type my email here?");
  assert.match(await firstOf(talk, "why do you need my email?"), /^Still the same/);
});

test("other people's orders are shown to nobody", async () => {
  for (const talk of [await guest(), await signedIn()]) {
    const replies = await talk.say("show me somebody else's orders");
    assert.match(textsOf(replies)[0] ?? "", /only to the person who ordered it/);
  }
});

test("who is signed in is told masked, with the way out", async () => {
  const talk = await signedIn();
  const replies = await talk.say("am I logged in?");
  assert.match(textsOf(replies)[0] ?? "", /a····@example\.com.*sign out/);
  assert.ok(titlesOf(replies).includes("Sign out"));
  assert.match(await firstOf(talk, "can you find it by phone"), /you are signed in/);
});

test("whose orders are looked up is told to whoever is not signed in, too", async () => {
  const talk = await guest(`my orders ${email}`);
  assert.match(await firstOf(talk, "which account is this?"), /orders of a····@example\.com/);
});

test("“where is it?” follows the list that is on the screen", async () => {
  const talk = await signedIn("my past orders");
  const replies = await talk.say("where is it?");
  assert.deepEqual(textsOf(replies), ["Which one do you mean?"]);
  assert.deepEqual(titlesOf(replies).slice(0, 2), ["Thing 3", "Thing 4"]);
  assert.match(await firstOf(talk, "2"), /Thing 4/);
});

test("a typed number is the line of the list; what is hidden is said to be, with the way to it", async () => {
  const talk = await guest(`my orders ${email}`);
  assert.match(await firstOf(talk, "2"), /only the status and the month.*order number/);
  assert.match(await firstOf(talk, "9"), /no more that I may show/);
  assert.match(await firstOf(talk, "where is it?"), /only the status and the month/);
});

test("why so little is shown stands with the list and not below it", async () => {
  const talk = await guest();
  const replies = await talk.say(`my orders ${email}`);
  assert.deepEqual(
    replies.map(({ kind }) => kind),
    ["text", "orders"],
  );
  assert.match(textsOf(replies)[0] ?? "", /2 orders in progress\. An email alone/);
});

test("a number picks the answer to what was asked, where it was asked which one is meant", async () => {
  const talk = await signedIn("my orders");
  assert.equal(await firstOf(talk, "whose name is it under?"), "Which one do you mean?");
  assert.match(await firstOf(talk, "1"), /addressed to Ann Reed/);
});

test("whether all is paid is told by the unpaid ones, and how to pay by the shop's page", async () => {
  const talk = await signedIn();
  const told = await talk.say("did I pay?");
  assert.match(textsOf(told)[0] ?? "", /not paid yet/);
  assert.match(JSON.stringify(told), /shop\.example\/orders\/MBEEEE555555/);
});

test("what a status means is told by its name, or of the order that is spoken of", async () => {
  const talk = await signedIn("my orders");
  assert.match(
    await firstOf(talk, "what does out for delivery mean?"),
    /^“out for delivery” means/,
  );
  const difference = await firstOf(talk, "what is the difference between shipped and in transit?");
  assert.match(difference, /^“shipped” means.*\n“in transit” means/);
  assert.match(await firstOf(talk, "what does that mean?"), /Which one do you mean/);
  await talk.say("the first one");
  assert.match(await firstOf(talk, "what does that mean?"), /^“being prepared” means/);
  assert.match(await firstOf(talk, "待揽收是什么意思"), /^“待揽收”的意思是/);
});
