import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerBook, type AnswerText, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import {
  type AnswerQuestion,
  down,
  openTalk,
  orderWith,
  shopWith,
  textsOf,
  titlesOf,
} from "../../turn/talk.fixture.ts";

// What a shop says itself, with a shop whose orders are known.

const email = "ann@example.com";
const lamp = orderWith("MB7K2Q9XW4TP", {
  status: "shipped",
  elements: [{ title: "Oak Lamp", quantity: 1, price: 10 }],
});
const mug = orderWith("MBAAAA111111", { elements: [{ title: "Red Mug", quantity: 1, price: 5 }] });
const short = orderWith("1042", { status: "delivered" });
const shop = shopWith({
  orders: [lamp, mug, short],
  accounts: { [email]: { open: [lamp.order_number, mug.order_number] } },
});

const rules = "Returns are free within 30 days.";
const ofOrder = `${rules} Write to us about {order.number}, which is {order.status}.`;

/** A book with an answer to one topic, in English unless told otherwise. */
function saying(
  text: string,
  about: Partial<AnswerText> & { topic?: string; locale?: "en" | "zh"; validUntil?: string } = {},
): AnswerBook {
  const { topic = "returns", locale = "en", validUntil = null, buttons = [] } = about;
  const texts = { [locale]: { text, buttons } };
  return {
    answers: { [topic]: { texts, validFrom: null, validUntil } },
    ownTopics: [],
    taught: [],
  };
}

async function talkWith(
  answers: AnswerBook,
  about: Partial<Bot> & { account?: string } = {},
  of: AnswerQuestion = shop,
) {
  const { account, ...bot } = about;
  const talk = openTalk(of, bot);
  talk.answers = answers;
  await talk.open(account);
  return talk;
}

const shopWords = (replies: readonly VisibleReply[]) =>
  replies.flatMap((reply) => (reply.kind === "text" && reply.ofShop ? [reply.text] : []));

test("the shop's words are said as the shop's, with its pages, and a person is near", async () => {
  const buttons: AnswerText["buttons"] = [
    { kind: "link", title: "Returns", url: "https://shop.example/returns" },
  ];
  const talk = await talkWith(saying(rules, { buttons }));
  const replies = await talk.say("I want to return something");
  assert.deepEqual(replies, [
    {
      ...{ kind: "text", locale: "en", text: rules, ofShop: true },
      links: [{ title: "Returns", url: "https://shop.example/returns" }],
      choices: [{ title: "Talk to a person", payload: "menu:person" }],
    },
  ]);
  assert.deepEqual(talk.turn?.topic, { id: "returns", answered: true });
  assert.deepEqual([talk.turn?.outcome, talk.turn?.unanswered], ["answered", null]);
});

test("without an answer the topic's own sentence is honest, and is not said twice in a row", async () => {
  const talk = await talkWith(saying(rules), { contact: "help@shop.example" });
  const [first = ""] = textsOf(await talk.say("where is my refund?"));
  assert.match(first, /cannot see refunds.*help@shop\.example/s);
  assert.deepEqual(talk.turn?.topic, { id: "refund", answered: false });
  assert.equal(talk.turn?.unanswered?.reason, "other_topic");
  assert.equal(talk.turn?.outcome, "missed");
  const [again = ""] = textsOf(await talk.say("where is my refund?"));
  assert.notEqual(again, first);
  assert.equal(talk.turn?.askedAgain, true);
});

test("who asks the same again has not been answered by it, and is sent to a person", async () => {
  const talk = await talkWith(saying(rules));
  await talk.say("I want to return something");
  const replies = await talk.say("how do I return it?");
  assert.deepEqual(shopWords(replies), []);
  assert.match(textsOf(replies)[0] ?? "", /all the shop has written/);
  assert.equal(titlesOf(replies)[0], "Talk to a person");
  assert.deepEqual(talk.turn?.topic, { id: "returns", answered: false });
  assert.equal(talk.turn?.askedAgain, true);
});

test("an answer in another language is said, and that it is in another one", async () => {
  const talk = await talkWith(saying(rules));
  const replies = await talk.say("我想退货");
  assert.deepEqual(textsOf(replies), ["下面这段，店铺只写了英语：", rules]);
});

test("whoever has a trouble is told a word to it first", async () => {
  const talk = await talkWith(saying("Send us a photo.", { topic: "damaged" }));
  const replies = await talk.say("the lamp arrived broken");
  assert.deepEqual(textsOf(replies), ["I am sorry about that.", "Send us a photo."]);
  const other = await talkWith(saying("Send us a photo.", { topic: "damaged" }));
  assert.deepEqual(shopWords(await other.say("you sent the wrong item")), ["Send us a photo."]);
});

test("what is on the screen stays there, and so does what is being filled in", async () => {
  const talk = await talkWith(saying(rules));
  await talk.say("where is my order?");
  const replies = await talk.say("can I return things?");
  assert.deepEqual(textsOf(replies), [
    rules,
    "Which email did you order with? An order number works too.",
  ]);
  await talk.say(lamp.order_number);
  await talk.say("I want to return it");
  await talk.say("where is it?");
  assert.deepEqual(talk.asked[0], { method: "packages", orderNumber: lamp.order_number, page: 1 });
});

test("an own order's question is answered beside it", async () => {
  const asking = [
    ["我的订单到哪了，可以退货吗"],
    [`where is ${lamp.order_number} and can I return it?`],
    [lamp.order_number, "where is my order and can I return it?"],
  ];
  for (const said of asking) {
    const talk = await talkWith(saying(rules));
    let replies: VisibleReply[] = [];
    for (const line of said) replies = await talk.say(line);
    assert.deepEqual(shopWords(replies), [rules], said.join());
    const others = textsOf(replies).filter((text) => text !== rules);
    assert.match(others.join(), /Oak Lamp|包裹号/, said.join());
  }
});

test("both are answered where the shop's words speak of the order too", async () => {
  const talk = await talkWith(saying(ofOrder));
  await talk.say(lamp.order_number);
  const replies = await talk.say("where is my order and can I return it?");
  assert.deepEqual(shopWords(replies), [
    `${rules} Write to us about ${lamp.order_number}, which is shipped.`,
  ]);
  assert.match(textsOf(replies)[0] ?? "", /Oak Lamp/);
});

const filled = `${rules} Write to us about ${lamp.order_number}, which is shipped.`;

test("a text that speaks of an order is said with the one that is meant", async () => {
  const named = await talkWith(saying(ofOrder));
  assert.deepEqual(textsOf(await named.say(`I want to return ${lamp.order_number}`)), [filled]);
  const onScreen = await talkWith(saying(ofOrder));
  await onScreen.say(lamp.order_number);
  assert.deepEqual(textsOf(await onScreen.say("I want to return it")), [filled]);
  assert.deepEqual(onScreen.asked, [{ method: "orders", orderNumber: lamp.order_number }]);
});

test("where none is known it is asked for, and what came between is not forgotten", async () => {
  const talk = await talkWith(saying(ofOrder));
  const asked = await talk.say("I want to return something");
  assert.deepEqual(textsOf(asked), [
    "What is the order number? You find it in your order confirmation.",
  ]);
  assert.equal(talk.turn?.outcome, "in_progress");
  await talk.say("are you a robot?");
  assert.deepEqual(textsOf(await talk.say(lamp.order_number)), [filled]);
  assert.equal(talk.turn?.outcome, "answered");
});

test("of several on the screen one must be meant, whichever way it is", async () => {
  for (const pick of ["Oak Lamp", "the first one", "the lamp", lamp.order_number]) {
    const talk = await talkWith(saying(ofOrder), { account: email });
    await talk.say("my orders");
    const which = await talk.say("I want to return something");
    assert.deepEqual(textsOf(which), ["Which one do you mean?"], pick);
    assert.deepEqual(titlesOf(which), ["Oak Lamp", "Red Mug", "Talk to a person"]);
    const replies = pick === "Oak Lamp" ? await talk.tap(pick) : await talk.say(pick);
    assert.deepEqual(shopWords(replies), [filled], pick);
  }
});

test("whoever is signed in is asked which of their orders it is", async () => {
  const talk = await talkWith(saying(ofOrder), { account: email });
  const which = await talk.say("I want to return something");
  assert.deepEqual(titlesOf(which), ["Oak Lamp", "Red Mug", "Talk to a person"]);
  assert.deepEqual(shopWords(await talk.tap("Oak Lamp")), [filled]);
});

test("a guest who gave an email is told what needs no proof, and what it would take", async () => {
  const talk = await talkWith(saying(ofOrder));
  const replies = await talk.say(`I want to return it, my email is ${email}`);
  assert.deepEqual(shopWords(replies), [rules]);
  assert.match(textsOf(replies).join("\n"), /Send me an order number/);
  const asked = await talk.say("I want to return something");
  assert.match(textsOf(asked)[0] ?? "", /order number/);
});

test("a number that proves too little fills in nothing", async () => {
  const talk = await talkWith(saying(ofOrder));
  const replies = await talk.say(`I want to return order ${short.order_number}`);
  assert.deepEqual(shopWords(replies), [rules]);
  assert.match(textsOf(replies).at(-1) ?? "", /email you ordered with/);
  assert(!JSON.stringify(shopWords(replies)).includes(short.order_number));
});

test("where nothing of the text can be said, the topic's own sentence is", async () => {
  const talk = await talkWith(saying("Write to us about {order.number}."));
  const replies = await talk.say(`I want to return it, my email is ${email}`);
  assert.deepEqual(shopWords(replies), []);
  assert.match(textsOf(replies)[0] ?? "", /do not know the shop’s rules/);
  assert.deepEqual(talk.turn?.topic, { id: "returns", answered: false });
});

test("where the shop's system is silent, or knows no such order, the rest is said", async () => {
  const silent = await talkWith(saying(ofOrder), {}, () => down);
  const replies = await silent.say(`I want to return ${lamp.order_number}`);
  assert.deepEqual(textsOf(replies), [rules]);
  assert.equal(silent.turn?.outcome, "answered");
  const unknown = await talkWith(saying(ofOrder));
  const said = await unknown.say("I want to return order MBZZZZ999999");
  assert.deepEqual(shopWords(said), [rules]);
  assert.match(textsOf(said).at(-1) ?? "", /knows neither/);
});

test("whoever has no number is told the rest on the way to their email", async () => {
  const talk = await talkWith(saying(ofOrder));
  await talk.say("I want to return something");
  await talk.say("I don't have a number");
  assert.deepEqual(shopWords(await talk.say(email)), [rules]);
});

const orderButton: AnswerText["buttons"] = [{ kind: "order", title: "My order number" }];

test("a button of the answer asks for the order and says it with that", async () => {
  const talk = await talkWith(saying(rules, { buttons: orderButton }));
  assert.deepEqual(titlesOf(await talk.say("I want to return something")), [
    "My order number",
    "Talk to a person",
  ]);
  talk.answers = saying(ofOrder, { buttons: orderButton });
  await talk.tap("My order number");
  const replies = await talk.say(lamp.order_number);
  assert.deepEqual(shopWords(replies), [filled]);
  assert(!titlesOf(replies).includes("My order number"));
});

test("a button that is tapped a week later does what the shop says by then", async () => {
  const talk = await talkWith(saying(rules, { buttons: orderButton }));
  await talk.say("I want to return something");
  talk.now += 7 * 86_400_000;
  talk.answers = saying("Within 14 days.");
  assert.deepEqual(textsOf(await talk.tap("My order number")), ["Within 14 days."]);
  talk.answers = saying("x", { topic: "refund" });
  assert.match(textsOf(await talk.tap("My order number"))[0] ?? "", /do not know the shop’s rules/);
});

test("an answer that ended while its order was asked for is not said any more", async () => {
  const until = await talkWith(saying(ofOrder, { validUntil: "2026-11-25" }), { timeZone: "UTC" });
  await until.say("I want to return something");
  until.now = Date.UTC(2026, 10, 26, 0, 0, 1);
  const replies = await until.say(lamp.order_number);
  assert.deepEqual(shopWords(replies), []);
  assert.match(textsOf(replies)[0] ?? "", /do not know the shop’s rules/);
});

test("what is filled in of an account's order is gone with its proof", async () => {
  const talk = await talkWith(saying(ofOrder), { account: email });
  await talk.say("I want to return the lamp");
  await talk.say("the lamp");
  const stored = () => JSON.stringify(talk.replay());
  assert(stored().includes(lamp.order_number));
  talk.now += 365 * 86_400_000;
  assert(!stored().includes(lamp.order_number));
  assert(!stored().includes("which is shipped"));
});

test("a complaint that asks for an order is answered with the order", async () => {
  const talk = await talkWith(saying("Our manager calls you.", { topic: "complaint" }));
  const replies = await talk.say("this is a disgrace, where is my order");
  assert.deepEqual(shopWords(replies), []);
  assert.deepEqual(shopWords(await talk.say("I want to complain about your service")), [
    "Our manager calls you.",
  ]);
});

test("a question of the shop in general is answered by itself, also with an order on the screen", async () => {
  const abroad = "do you send parcels to Canada?";
  const hours = "when does your shop open?";
  const taught = [
    { text: abroad, meaning: "abroad" as const },
    { text: hours, meaning: "opening_hours" as const },
  ];
  const talk = await talkWith({ ...saying("To all of Europe.", { topic: "abroad" }), taught });
  assert.deepEqual(textsOf(await talk.say(abroad)), ["To all of Europe."]);
  await talk.say(lamp.order_number);
  assert.deepEqual(shopWords(await talk.say(abroad)), ["To all of Europe."]);
  assert.match(textsOf(await talk.say(hours))[0] ?? "", /hours or address/);
  assert.deepEqual(talk.turn?.topic, { id: "opening_hours", answered: false });
});

test("the shop's word on privacy counts more than the bot's", async () => {
  const talk = await talkWith(saying("Write to privacy@shop.example.", { topic: "privacy" }));
  assert.deepEqual(textsOf(await talk.say("delete my data")), ["Write to privacy@shop.example."]);
});

test("an own topic is answered while the shop has words for it, and is else not understood", async () => {
  const topic = "own_engraving";
  const name = "Engraving";
  const examples = ["can you engrave a name on it", "do you offer engraving"];
  const book = saying("We engrave for free.", { topic });
  const talk = await talkWith({ ...book, ownTopics: [{ id: topic, name, examples }] });
  assert.deepEqual(shopWords(await talk.say("do you offer engraving?")), ["We engrave for free."]);
  assert.deepEqual(talk.turn?.topic, { id: topic, answered: true });
  talk.answers = { ...emptyBook, ownTopics: [{ id: topic, name, examples }] };
  assert.deepEqual(shopWords(await talk.say("do you offer engraving?")), []);
  assert.equal(talk.turn?.topic, null);
  assert.notEqual(talk.turn?.unanswered, null);
});

test("a button of an own topic that is gone says that it no longer works", async () => {
  const topic = "own_gift_wrap";
  const examples = ["do you offer gift wrapping"];
  const book = saying("We wrap for free.", { topic, buttons: orderButton });
  const talk = await talkWith({ ...book, ownTopics: [{ id: topic, name: "Gift", examples }] });
  await talk.say("do you offer gift wrapping?");
  talk.answers = emptyBook;
  assert.match(textsOf(await talk.tap("My order number"))[0] ?? "", /no longer works/);
});

test("a list that is named is shown, whatever topic its name is like", async () => {
  for (const name of ["unpaid ones", "待付款的呢"]) {
    const talk = await talkWith(saying("Call us.", { topic: "payment_problem" }), {
      account: email,
    });
    assert.deepEqual(shopWords(await talk.say(name)), []);
    const [asked] = talk.asked;
    assert.equal(asked && "filter" in asked && asked.filter, "unpaid", name);
  }
});
