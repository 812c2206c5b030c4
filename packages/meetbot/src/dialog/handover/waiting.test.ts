import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { down, openTalk, shopWith, textsOf, titlesOf } from "../../turn/talk.fixture.ts";

const office: Partial<Bot> = {
  officeHours: { timeZone: "Europe/Berlin", hours: "mon-fri 09:00-18:00" },
  holidays: ["2026-11-30 Stocktaking"],
};
const saturday = Date.parse("2026-11-28T12:00:00Z");
const wednesday = Date.parse("2026-11-25T12:00:00Z");

function talkAt(now: number, about: Partial<Bot> = office, mailsReplies = true) {
  const talk = openTalk(() => down, about);
  talk.now = now;
  talk.waiting = { usualWait: 5, mailsReplies };
  return talk;
}

test("who asks for a person outside of office hours hears when people are back, holidays left out", async () => {
  const said = await talkAt(saturday).say("I want to talk to a person");
  assert.match(
    textsOf(said).join(),
    /It is outside our hours, so their answer comes later\. We are back on Tuesday at 9:00 AM \(Berlin time\)\./,
  );
  assert(titlesOf(said).includes("Leave an email"));
});

test("by the customer's own clocks, where their device tells them", async () => {
  const talk = talkAt(saturday);
  await talk.hear({ kind: "start", locale: "en", account: null, zone: "America/New_York" });
  const said = await talk.say("I want to talk to a person");
  assert.match(textsOf(said).join(), /back on Tuesday at 3:00 AM \(your time\)/);
});

test("inside office hours the measured wait is told, and nothing where it was not measured", async () => {
  const talk = talkAt(wednesday);
  const said = await talk.say("I want to talk to a person");
  assert.match(textsOf(said).join(), /Today we usually answer within 5 minutes\.$/);
  assert(!titlesOf(said).includes("Leave an email"));
  const other = talkAt(wednesday);
  other.waiting = { usualWait: null, mailsReplies: true };
  assert.doesNotMatch(
    textsOf(await other.say("I want to talk to a person")).join(),
    /Today|minute/,
  );
});

test("for a shop that has not told its hours nothing is promised", async () => {
  const said = await talkAt(saturday, {}).say("I want to talk to a person");
  assert.doesNotMatch(textsOf(said).join(), /back|Nobody|Today/);
});

test("an email is left, proves nothing, and is asked for anew where it is none", async () => {
  const talk = talkAt(saturday);
  await talk.say("I want to talk to a person");
  assert.match(textsOf(await talk.tap("Leave an email")).join(), /Where may we write to you/);
  assert.match(
    textsOf(await talk.say("it is yilia at home")).join(),
    /does not look like an email/,
  );
  const said = await talk.say("yilia@meetbot.biz");
  assert.match(textsOf(said).join(), /comes by mail to yilia@meetbot\.biz/);
  assert.equal(talk.turn?.leftEmail, "yilia@meetbot.biz");
  assert.deepEqual(talk.turn?.state.proofs, []);
  assert.deepEqual(talk.asked, []);
  assert.equal(talk.turn?.state.dialog.email, null);
});

test("who asks about an order instead is answered, and the email is asked for no more", async () => {
  const talk = openTalk(shopWith({ orders: [] }), office);
  talk.now = saturday;
  talk.waiting = { usualWait: null, mailsReplies: true };
  await talk.say("I want to talk to a person");
  await talk.tap("Leave an email");
  await talk.say("where is my order 1234567890?");
  assert.equal(talk.asked.length > 0, true);
  assert.equal(talk.turn?.state.dialog.besides, undefined);
  await talk.say("yilia@meetbot.biz");
  assert.equal(talk.turn?.leftEmail, undefined);
});

test("without mails nobody is asked for an email, whatever is tapped", async () => {
  const talk = talkAt(saturday, office, false);
  const said = await talk.say("I want to talk to a person");
  assert(!titlesOf(said).includes("Leave an email"));
});

test("a rating is asked for, counted and explained, each by itself", async () => {
  const talk = talkAt(wednesday);
  await talk.open();
  const asked = await talk.hear({ kind: "rating_due", holder: "person" });
  assert.deepEqual(titlesOf(asked), ["1", "2", "3", "4", "5"]);
  assert.deepEqual(talk.turn?.rating, { kind: "asked", holder: "person" });
  const thanks = await talk.say("4");
  assert.deepEqual(talk.turn?.rating, { kind: "rated", value: 4, holder: "person" });
  assert.match(textsOf(thanks).join(), /anything you would like to add/);
  await talk.say("Ada was very kind and quick");
  assert.deepEqual(talk.turn?.rating, { kind: "words", words: "Ada was very kind and quick" });
  await talk.say("Ada was very kind and quick");
  assert.equal(talk.turn?.rating, undefined);
});

test("who wants something else than to rate is answered", async () => {
  const talk = talkAt(wednesday);
  await talk.open();
  await talk.hear({ kind: "rating_due", holder: "bot" });
  await talk.say("where is my order 1234567890?");
  assert.equal(talk.turn?.rating, undefined);
  assert.equal(talk.asked.length > 0, true);
});

test("of what was known before, whoever comes back by a mail has the language and their mailbox alone", async () => {
  const talk = talkAt(wednesday);
  await talk.open("olive@shop.example");
  await talk.say("where is my order 1234567890?");
  const said = await talk.hear({ kind: "returned", account: "yilia@meetbot.biz" });
  assert.deepEqual(textsOf(said), ["You are back in your chat."]);
  const { proofs, choices, code, dialog } = talk.turn!.state;
  assert.deepEqual(
    proofs.map(({ kind, value, source, expires }) => [kind, value, source, expires - talk.now]),
    [["account", "yilia@meetbot.biz", "code", 30 * 60 * 1000]],
  );
  assert.deepEqual(
    [choices, code, dialog.account, dialog.typed, dialog.shown],
    [[], null, null, [], []],
  );
});

test("the same while a person answers, and the bot stays silent", async () => {
  const talk = talkAt(wednesday);
  await talk.open("olive@shop.example");
  talk.held = { holder: "person", by: "ada", atMs: wednesday };
  assert.deepEqual(await talk.hear({ kind: "returned", account: "yilia@meetbot.biz" }), []);
  assert.deepEqual(
    talk.turn?.state.proofs.map(({ value }) => value),
    ["yilia@meetbot.biz"],
  );
  assert.equal(talk.turn?.isForPerson, false);
  assert.deepEqual(await talk.hear({ kind: "rating_due", holder: "bot" }), []);
});
