import assert from "node:assert/strict";
import { test } from "node:test";
import { openTalk, orderWith, shopWith, textsOf, titlesOf } from "./talk.fixture.ts";

const number = "MB1234567890";
const shop = shopWith({ orders: [orderWith(number)] });

test("who asks for a person waits for one, and nobody is called twice", async () => {
  const talk = openTalk(shop);
  const called = await talk.say("I want to talk to a person");
  assert.match(textsOf(called).join(), /I have called a person/);
  assert.deepEqual(talk.turn?.move, { to: "waiting", reason: "asked" });
  assert.ok(!titlesOf(called).includes("Talk to a person"));
  const again = await talk.say("a human please!");
  assert.match(textsOf(again).join(), /A person has been called/);
  const still = await talk.say("let me talk to a person");
  assert.notDeepEqual(textsOf(still), textsOf(again));
});

test("while a person is called the bot answers, and says once that this one still comes", async () => {
  const talk = openTalk(shop);
  await talk.say("I want to talk to a person");
  const first = await talk.say(`where is ${number}?`);
  assert.match(textsOf(first).at(-1) ?? "", /A person has been called too/);
  assert.equal(talk.turn?.isForPerson, true);
  assert.ok(!titlesOf(first).includes("Talk to a person"));
  const second = await talk.say(`and what did ${number} cost?`);
  assert.doesNotMatch(textsOf(second).join(), /has been called/);
});

test("who needs nobody any more takes it back", async () => {
  const talk = openTalk(shop);
  await talk.say("I want to talk to a person");
  const answer = await talk.say("cancel");
  assert.match(textsOf(answer).join(), /you need nobody any more/);
  assert.deepEqual(talk.turn?.move, { to: "bot", reason: "withdrawn" });
  assert.match(textsOf(await talk.say("cancel")).join(), /nothing here to stop/);
});

test("at the third miss in a row a person is called unasked", async () => {
  const talk = openTalk(shop);
  await talk.say("qwertz uiop");
  await talk.say("asdf ghjk");
  const third = await talk.say("yxcv bnml");
  assert.match(textsOf(third).join(), /called a person/);
  assert.deepEqual(talk.turn?.move, { to: "waiting", reason: "not_understood" });
});

test("while a person answers the bot says nothing, and what the customer wrote is theirs to read", async () => {
  const talk = openTalk(shop);
  await talk.say(`where is ${number}?`);
  talk.held = { holder: "person", by: "op_ada", atMs: talk.now };
  assert.deepEqual(await talk.say(`where is ${number}?`), []);
  assert.deepEqual(talk.asked, []);
  assert.deepEqual([talk.turn?.isForPerson, talk.turn?.move], [true, null]);
});

test("the bot is back with one line, and remembers no question of before", async () => {
  const talk = openTalk(shop);
  await talk.tap("menu:packages");
  talk.held = { holder: "person", by: "op_ada", atMs: talk.now };
  talk.now += 24 * 3_600_000;
  const [line, ...answer] = textsOf(await talk.say("hello"));
  assert.equal(line, "You are talking with the bot again.");
  assert.match(answer.join(), /Hello/);
  assert.equal(talk.turn?.state.dialog.form, null);
  assert.deepEqual(talk.turn?.move, { to: "bot", reason: "idle" });
});

test("whoever writes the bot's name gets its menu back", async () => {
  const talk = openTalk(shop);
  talk.held = { holder: "person", by: "op_ada", atMs: talk.now };
  const back = await talk.say("bot");
  assert.equal(textsOf(back)[0], "You are talking with the bot again.");
  assert.ok(titlesOf(back).includes("Talk to a person"));
  assert.deepEqual(talk.turn?.move, { to: "bot", reason: "menu" });
});
