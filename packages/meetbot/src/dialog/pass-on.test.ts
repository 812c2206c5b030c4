import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "../turn/talk.fixture.ts";

// The bot passes on what only a person can do with one tap: the request, its order, and what the customer added.

const [mug, lamp] = ["MBAAAA111111", "MBBBBB222222"];
const shop = shopWith({ orders: [orderWith(mug), orderWith(lamp)] });

async function talkAbout(number: string, about: Parameters<typeof openTalk>[1] = {}) {
  const talk = openTalk(shop, about);
  await talk.open();
  await talk.say(number);
  return talk;
}

const saidBy = (replies: Parameters<typeof textsOf>[0]) => textsOf(replies).join(" ");

test("a wish is passed on with its order and the address that was added", async () => {
  const talk = await talkAbout(mug);
  const refused = await talk.say("please change the delivery address");
  assert.deepEqual(titlesOf(refused)[0], "Pass it on");
  assert.match(saidBy(await talk.say("12 Mill Lane, Cork T12 AB34")), /I can pass that on/);
  const called = saidBy(await talk.tap("Pass it on"));
  assert.match(
    called,
    /about order MBAAAA111111: “please change the delivery address … 12 Mill Lane, Cork T12 AB34”/,
  );
  assert.equal(talk.held.holder, "waiting");
});

test("a word that adds nothing is not passed on, and a yes passes it on", async () => {
  const talk = await talkAbout(mug);
  await talk.say("cancel it");
  await talk.say("please");
  assert.match(saidBy(await talk.say("yes")), /MBAAAA111111: “cancel it”/);
});

test("once another order is asked for, the wish is not passed on", async () => {
  const talk = await talkAbout(mug);
  await talk.say("cancel it");
  await talk.say(lamp);
  assert.doesNotMatch(saidBy(await talk.say("talk to a person")), /passed on|cancel it/);
});

test("a wish of no order names none", async () => {
  const talk = openTalk(shop);
  await talk.open();
  await talk.say("do you do gift wrapping?");
  const called = saidBy(await talk.tap("Pass it on"));
  assert.match(called, /I passed on: “do you do gift wrapping\?”/);
});

test("the shop's own words answer a delivery wish", async () => {
  const talk = await talkAbout(mug);
  const texts = { en: { text: "We tell the carrier.", buttons: [] } };
  const answers = { delivery_wish: { texts, validFrom: null, validUntil: null } };
  talk.answers = { ...emptyBook, answers };
  assert.deepEqual(textsOf(await talk.say("can you leave it with my neighbor")), [
    "We tell the carrier.",
  ]);
});

test("the photo that was asked for calls a person", async () => {
  const talk = await talkAbout(mug, { pictures: true });
  await talk.say("it arrived broken");
  const called = await talk.hear({ kind: "media", isPicture: true });
  assert.match(saidBy(called), /MBAAAA111111: “it arrived broken”/);
});

const day = 86_400_000;

async function askAsOwner() {
  const owner = "mara@example.com";
  const talk = openTalk(
    shopWith({ orders: [orderWith(mug)], accounts: { [owner]: { open: [mug] } } }),
  );
  await talk.open(owner);
  await talk.say("my orders");
  await talk.say("cancel it");
  return talk;
}

test("an order that an account showed is passed on while that is proved, and read no longer", async () => {
  const talk = await askAsOwner();
  assert.match(saidBy(await talk.tap("Pass it on")), /MBAAAA111111: “cancel it”/);
  assert.match(saidBy(talk.replay()), /MBAAAA111111: “cancel it”/);
  talk.now += day;
  assert.doesNotMatch(saidBy(talk.replay()), /MBAAAA111111/);
  assert.match(saidBy(talk.replay()), /I have called a person/);
});

test("once the account is not proved any more, the wish is passed on without its order", async () => {
  const talk = await askAsOwner();
  talk.now += day;
  const called = saidBy(await talk.say("talk to a person"));
  assert.match(called, /I passed on: “cancel it”/);
  assert.doesNotMatch(called, /MBAAAA111111/);
});
