import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { type NewsOutside, newsLimits } from "@meetbot/model/push/news-state.ts";
import type { Package } from "@meetbot/protocol";
import type { TakenTurn } from "../../turn/take-turn.ts";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "../../turn/talk.fixture.ts";

const hourMs = 3_600_000;
const number = "PA7K2Q9XW4TP";
const other = "MBA2DSKP5W56";
const email = "yilia@shop.example";

const packageOf = (order_number: string, package_status: string, nth = 1): Package => ({
  ...{ order_number, package_number: `${order_number}-${nth}`, product_name: "Linen Shirt" },
  ...{ carrier: "UPS", package_status },
});

const stock = {
  orders: [
    orderWith(number, { status: "shipped" }),
    orderWith(other, { status: "being prepared" }),
    orderWith("DELIVERED0001", { status: "delivered" }),
    orderWith("CANCELED00001", { status: "canceled" }),
    orderWith("1042", { status: "shipped" }),
  ],
  packages: [
    packageOf(number, "out for delivery"),
    packageOf(number, "in transit", 2),
    { ...packageOf("1042", "in transit"), package_number: "1Z999AA10123456784" },
  ],
  accounts: { [email]: { open: [number, other, "1042"] } },
};

function talkOf(about: Partial<Bot> = {}) {
  const talk = openTalk(shopWith(stock), about);
  talk.news = { isPushed: true, reach: "here" };
  return talk;
}

async function subscribed(about: Partial<Bot> = {}) {
  const talk = talkOf(about);
  await talk.say(`where is ${number}?`);
  await talk.tap("Keep me posted");
  return talk;
}

const posted = (titles: string[]) => titles.includes("Keep me posted");
const isStopped = { kind: "end", by: "stop_word" };

test("below the card of an order stands that a customer can be kept posted, once", async () => {
  const talk = talkOf();
  assert.ok(posted(titlesOf(await talk.say(`where is ${number}?`))));
  assert.ok(!posted(titlesOf(await talk.say("how much was it?"))));
  assert.ok(!posted(titlesOf(await talk.say(`where is ${number}?`))));
  assert.ok(posted(titlesOf(await talk.say(`where is ${other}?`))));
});

test("whoever taps it is told of what, by which way and how it ends, and what they have read is known", async () => {
  const talk = await subscribed();
  const { subscription, replies } = talk.turn ?? {};
  assert.deepEqual(subscription, {
    kind: "begin",
    subscription: {
      ...{ scope: "order", subject: number, source: "choice", wording: 1 },
      known: [
        { of: "order", number, status: "shipped", kind: "way", rank: 4 },
        { of: "package", number: `${number}-1`, status: "out_for_delivery", kind: "way", rank: 4 },
        { of: "package", number: `${number}-2`, status: "in_transit", kind: "way", rank: 3 },
      ],
    },
  });
  const [told] = replies ?? [];
  assert.match(
    told?.kind === "text" ? told.text : "",
    /this order.*here, in this chat.*Reply STOP/,
  );
  assert.equal(replies?.length, 1);
});

test("a guest of the web chat is told that it is read on coming back", async () => {
  const talk = talkOf();
  talk.news = { isPushed: true, reach: "on_return" };
  await talk.say(`where is ${number}?`);
  const replies = await talk.tap("Keep me posted");
  assert.match(textsOf(replies).join(" "), /when you come back to this chat\. Reply STOP/);
  assert.ok(!("notifies" in (replies[0] ?? {})));
});

test("the confirmation names no way that this customer has not: no mail without a mailbox that they proved", async () => {
  const told = async (outside: NewsOutside, isProved = false) => {
    const talk = talkOf();
    talk.news = { isPushed: true, reach: "on_return", outside };
    if (isProved) await talk.hear({ kind: "returned", account: email });
    await talk.say(`where is ${number}?`);
    const replies = await talk.tap("Keep me posted");
    const words = textsOf(replies).join(" ");
    // A window offers to tell them while it is closed.
    const isOffered = replies.some((reply) => "notifies" in reply);
    return [/browser/.test(words), /email/.test(words), isOffered];
  };
  assert.deepEqual(await told({ browser: true, email: true }), [true, false, true]);
  assert.deepEqual(await told({ browser: true, email: true }, true), [true, true, true]);
  assert.deepEqual(await told({ browser: false, email: true }, true), [false, true, false]);
  assert.deepEqual(await told({ browser: true, email: false }, true), [true, false, true]);
});

test("nothing is offered where the bot is not to, or its shop pushes nothing", async () => {
  const off = talkOf({ news: false });
  assert.ok(!posted(titlesOf(await off.say(`where is ${number}?`))));
  const silent = talkOf();
  silent.news = { isPushed: false, reach: "here" };
  assert.ok(!posted(titlesOf(await silent.say(`where is ${number}?`))));
  assert.match(
    textsOf(await silent.say("let me know when it ships")).join(" "),
    /cannot message you/,
  );
});

test("nothing is offered of what is at its end, or hidden", async () => {
  for (const one of ["DELIVERED0001", "CANCELED00001", "1042"]) {
    const talk = talkOf();
    assert.ok(!posted(titlesOf(await talk.say(`where is order ${one}?`))), one);
  }
});

test("an email that was only typed never has anybody told", async () => {
  const talk = talkOf();
  const shown = [
    ...(await talk.say("my orders")),
    ...(await talk.say(email)),
    ...(await talk.say("keep me posted about all of them")),
    ...(await talk.say("let me know when it ships")),
  ];
  assert.ok(!titlesOf(shown).some((title) => /posted|Updates/.test(title)));
  assert.equal(talk.turn?.subscription, undefined);
});

test("of a package that was asked by its number alone the package is told, not its order", async () => {
  const talk = talkOf();
  assert.ok(posted(titlesOf(await talk.say("track 1Z999AA10123456784"))));
  await talk.tap("Keep me posted");
  const change = talk.turn?.subscription;
  assert.ok(change?.kind === "begin");
  const { scope, subject, wording } = change.subscription;
  assert.deepEqual([scope, subject, wording], ["package", "1Z999AA10123456784", 2]);
});

test("asked for in words, it begins as by its button", async () => {
  const talk = talkOf();
  assert.match(textsOf(await talk.say("let me know when it ships")).join(" "), /Which order/);
  await talk.say(`where is ${number}?`);
  await talk.say("let me know when it arrives");
  assert.equal(talk.turn?.subscription?.kind, "begin");
  const ended = talkOf();
  await ended.say("where is DELIVERED0001?");
  assert.match(textsOf(await ended.say("keep me posted")).join(" "), /nothing I could keep/);
  assert.equal(ended.turn?.subscription, undefined);
});

test("who is signed in can be told of all their orders, and is asked once", async () => {
  const talk = talkOf();
  await talk.open(email);
  const first = titlesOf(await talk.say("my orders"));
  assert.ok(first.includes("Updates: all orders"));
  assert.ok(!titlesOf(await talk.say(`where is ${number}?`)).includes("Updates: all orders"));
  await talk.tap("Updates: all orders");
  assert.deepEqual(talk.turn?.subscription, {
    kind: "begin",
    subscription: { scope: "account", subject: email, source: "signed_in", wording: 3, known: [] },
  });
  assert.ok(!posted(titlesOf(await talk.say(`where is ${other}?`))));
});

test("a tap on an old choice, after the proof has ended, has nobody told", async () => {
  const talk = talkOf();
  await talk.say(`where is ${number}?`);
  talk.now += 25 * hourMs;
  assert.match(textsOf(await talk.tap("Keep me posted")).join(" "), /look it up again/);
  assert.equal(talk.turn?.subscription, undefined);
});

test("whoever signed in is told of no account any more once that has ended", async () => {
  const talk = talkOf();
  await talk.open(email);
  await talk.say("my orders");
  talk.now += 3 * hourMs;
  await talk.tap("Updates: all orders");
  assert.equal(talk.turn?.subscription, undefined);
});

for (const [word, said] of [
  ["STOP", /^You will get no more updates here\. Reply START/],
  ["please stop sending me updates", /^You will get no more updates here\. Reply START/],
  ["Stopp!", /^Sie erhalten hier keine Updates mehr\. Antworten Sie START/],
  ["退订", /^好的，不会再通知您了/],
  ["别再发了", /^好的，不会再通知您了/],
] as const) {
  test(`a customer who is told ends it by a word, and is told so in one sentence: ${word}`, async () => {
    const talk = await subscribed();
    const replies = await talk.say(word);
    assert.deepEqual(talk.turn?.subscription, isStopped);
    assert.match(textsOf(replies).join(" | "), said);
    assert.equal(replies.length, 1);
    assert.deepEqual(talk.asked, []);
  });
}

test("where nothing is told the same words mean what they meant", async () => {
  const talk = talkOf();
  await talk.say("my orders");
  assert.match(textsOf(await talk.say("stop")).join(" "), /I have stopped|What would you like/);
  assert.equal(talk.turn?.subscription, undefined);
  await talk.say("subscribe");
  assert.equal(talk.turn?.subscription, undefined);
});

for (const [said, none, how] of [
  ["unsubscribe", /You get no updates/, /Keep me posted/],
  ["what am I subscribed to?", /You get no updates/, /Keep me posted/],
  ["退订", /没有在这里订阅/, /有变化告诉我/],
  ["我订阅了什么？", /没有在这里订阅/, /有变化告诉我/],
] as const) {
  test(`who is told of nothing hears so: ${said}`, async () => {
    const talk = talkOf();
    await talk.open();
    assert.match(textsOf(await talk.say(said)).join(" "), none);
    assert.match(textsOf(await talk.say(said)).join(" "), how);
    assert.equal(talk.turn?.subscription, undefined);
    talk.news = { isPushed: false, reach: "here" };
    assert.doesNotMatch(textsOf(await talk.say(said)).join(" "), how);
  });
}

test("it ends also while something is being filled in, and beginning anew forgets nothing", async () => {
  const talk = await subscribed();
  await talk.open();
  await talk.tap("menu:start_over");
  await talk.tap("menu:packages");
  await talk.say("stop");
  assert.deepEqual(talk.turn?.subscription, isStopped);
  await talk.tap("menu:packages");
  await talk.say("stop");
  assert.equal(talk.turn?.subscription, undefined);
  assert.match(textsOf(await talk.say("unsubscribe")).join(" "), /no more updates/);
  assert.doesNotMatch(textsOf(await talk.say("cancel")).join(" "), /updates/);
});

test("START turns on again what was stopped, and only then", async () => {
  const talk = await subscribed();
  await talk.say("START");
  assert.equal(talk.turn?.subscription, undefined);
  await talk.say("STOP");
  assert.match(textsOf(await talk.say("start")).join(" "), /on again/);
  assert.deepEqual(talk.turn?.subscription, { kind: "resume" });
  await talk.say("STOP");
  assert.deepEqual(talk.turn?.subscription, isStopped);
});

test("who asks what they are told of hears how much it is, and how it ends", async () => {
  const talk = await subscribed();
  const replies = await talk.say("what am I subscribed to?");
  assert.match(textsOf(replies).join(" "), /keep you posted about: 1\. Reply STOP/);
  assert.deepEqual(titlesOf(replies), ["Stop the updates"]);
  assert.equal(talk.turn?.subscription, undefined);
  await talk.say("STOP");
  assert.match(textsOf(await talk.say("my subscriptions")).join(" "), /no more updates/);
});

for (const [locale, said, told] of [
  ["de", "halt mich auf dem Laufenden", /Ich melde mich/],
  ["de", "Sag mir Bescheid, wenn es ankommt", /Ich melde mich/],
  ["es", "avísame cuando llegue", /Te avisaré/],
  ["ja", "届いたら教えて", /お知らせします/],
  ["ja", "通知してほしい", /お知らせします/],
  ["pt-BR", "me avisa quando chegar", /Vou avisar/],
  ["pt-BR", "quero ser avisado", /Vou avisar/],
  ["fr", "prévenez-moi quand ça arrive", /Je vous préviendrai/],
  ["fr", "tenez-moi au courant", /Je vous préviendrai/],
] as const) {
  test(`it begins in the customer's own words: ${said}`, async () => {
    const talk = talkOf({ locale });
    await talk.say(number);
    assert.match(textsOf(await talk.say(said)).join(" "), told);
    assert.equal(talk.turn?.subscription?.kind, "begin");
  });
}

test("a word of orders is asked about, and either answer is one tap away", async () => {
  for (const [word, asked, titles] of [
    ["cancel", /stop the updates, or/, ["Stop the updates", "Cancel the order"]],
    ["取消", /停止接收通知，还是/, ["停止通知", "取消订单"]],
    ["退货", /停止接收通知，还是/, ["停止通知", "退货退款"]],
  ] as const) {
    const talk = await subscribed();
    const replies = await talk.say(word);
    assert.match(textsOf(replies).join(" "), asked);
    assert.deepEqual(titlesOf(replies), titles);
    assert.equal(talk.turn?.subscription, undefined);
    await talk.tap(titles[0]);
    assert.deepEqual(talk.turn?.subscription, { kind: "end", by: "choice" });
  }
  const talk = await subscribed();
  await talk.say("cancel");
  await talk.tap("Cancel the order");
  assert.equal(talk.turn?.topic?.id, "cancel");
  await talk.tap("menu:packages");
  assert.doesNotMatch(textsOf(await talk.say("cancel")).join(" "), /stop the updates/);
});

test("while a person has the conversation a stop word counts and is confirmed, and they keep it", async () => {
  const talk = await subscribed();
  talk.held = { holder: "person", by: "o_1", atMs: talk.now };
  assert.deepEqual(await talk.say("cancel"), []);
  assert.equal(talk.turn?.subscription, undefined);
  const replies = await talk.say("Unsubscribe");
  assert.deepEqual(talk.turn?.subscription, isStopped);
  assert.equal(replies.length, 1);
  assert.deepEqual([talk.turn?.move, talk.turn?.isForPerson], [null, true]);
  assert.deepEqual(await talk.say("thank you"), []);
});

test("where another app speaks in the chat it ends without a word", async () => {
  const talk = await subscribed();
  const replies = await talk.hear({ kind: "text", text: "STOP", quiet: true });
  assert.deepEqual(replies, []);
  assert.deepEqual(talk.turn?.subscription, isStopped);
});

test("who is waiting for a person can end it too", async () => {
  const talk = await subscribed();
  await talk.say("I want to talk to a person");
  await talk.say("stop sending me messages");
  assert.deepEqual(talk.turn?.subscription, isStopped);
  assert.equal(talk.held.holder, "waiting");
});

test("who signs out is told nothing any more", async () => {
  const talk = talkOf();
  await talk.open(email);
  await talk.say("my orders");
  await talk.tap("Updates: all orders");
  assert.match(textsOf(await talk.tap("menu:sign_out")).join(" "), /updates have been stopped too/);
  assert.deepEqual(talk.turn?.subscription, { kind: "end", by: "choice" });
  await talk.say("START");
  assert.equal(talk.turn?.subscription, undefined);
});

test("who comes back by a mail's link ends what is told by the same words", async () => {
  const talk = await subscribed();
  await talk.hear({ kind: "returned", account: "another@shop.example" });
  await talk.say("STOP");
  assert.deepEqual(talk.turn?.subscription, isStopped);
});

test("what a shopper agreed to in the checkout begins with the chat, once, and not after they stopped it", async () => {
  const talk = talkOf();
  const [told] = textsOf(await talk.open(email, number));
  assert.match(told ?? "", /You asked in the shop.*Reply STOP/);
  assert.deepEqual(talk.turn?.subscription, {
    kind: "begin",
    subscription: { scope: "order", subject: number, source: "shop", wording: 4, known: [] },
  });
  await talk.open(email, number);
  assert.equal(talk.turn?.subscription, undefined);
  await talk.say("STOP");
  await talk.open(email, number);
  assert.equal(talk.turn?.subscription, undefined);
  await talk.open(undefined, other);
  assert.equal(talk.turn?.subscription, undefined);
});

test("what an operator ended is offered anew, and is not begun by the shop's word alone", async () => {
  const talk = talkOf();
  await talk.open(email, number);
  talk.change((dialog) => ({
    ...dialog,
    news: { offered: [], on: [], stopped: [], ended: [number] },
  }));
  await talk.open(email, number);
  assert.equal(talk.turn?.subscription, undefined);
  assert.ok(posted(titlesOf(await talk.say(`where is ${number}?`))));
  await talk.tap("Keep me posted");
  const { subscription, state } = talk.turn as TakenTurn;
  assert.equal(subscription?.kind, "begin");
  assert.deepEqual(state.dialog.news?.ended, []);
});

test(`one conversation is told of ${newsLimits.subscriptions} things at most`, async () => {
  const talk = talkOf();
  for (let nth = 0; nth < newsLimits.subscriptions; nth += 1) {
    await talk.open(email, `CHECKOUT${nth}`);
    assert.equal(talk.turn?.subscription?.kind, "begin");
  }
  await talk.open(email, "ONETOOMANY");
  assert.equal(talk.turn?.subscription, undefined);
  assert.ok(!posted(titlesOf(await talk.say(`where is ${number}?`))));
});
