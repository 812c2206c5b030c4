import assert from "node:assert/strict";
import { test } from "node:test";
import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { bot, openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";

const saying = (text: string): AnswerBook => ({
  answers: { returns: { texts: { en: { text, buttons: [] } }, validFrom: null, validUntil: null } },
  ownTopics: [],
  taught: [],
});

const version = (after: number, text = `version ${after + 1}`) =>
  ({ after, book: saying(text), what: "answer_set", topic: "returns" }) as const;

test("of two editors who looked at the same version one saves, and the other hears of it", async (t) => {
  const { store } = await openTestStore(t);
  const { answers } = store;
  assert.equal(await answers.newest(bot.id), null);
  const both = await Promise.all([
    answers.as("lena").save(bot.id, version(0, "lena's")),
    answers.as("wei").save(bot.id, version(0, "wei's")),
  ]);
  assert.deepEqual(both.map((one) => one?.outcome).sort(), ["newer", "saved"]);
  const newest = await answers.newest(bot.id);
  const late = both.find((one) => one?.outcome === "newer");
  assert(late?.outcome === "newer" && newest);
  assert.equal(late.newest.createdBy, newest.createdBy);
  assert.deepEqual(newest.book, saying(`${newest.createdBy}'s`));
  assert.equal((await store.bots.auditOf(bot.id, 9)).filter(isOfAnswers).length, 1);
});

const isOfAnswers = ({ action }: { action: string }) => action === "answers_changed";

test("what is recorded of a change names its topic and version, and nothing of what it says", async (t) => {
  const { store } = await openTestStore(t);
  await store.answers.as("lena").save(bot.id, version(0));
  const [entry] = await store.bots.auditOf(bot.id, 1);
  assert.equal(entry?.actor, "lena");
  assert.deepEqual(entry?.detail, { what: "answer_set", topic: "returns", version: 1 });
});

test("so many versions are kept to go back to, and no more", async (t) => {
  const { store } = await openTestStore(t);
  for (let after = 0; after < answerLimits.versions + 2; after++) {
    await store.answers.save(bot.id, version(after));
  }
  const kept = await store.answers.versions(bot.id);
  assert.equal(kept.length, answerLimits.versions);
  assert.equal(kept.at(-1)?.version, 3);
  assert.equal(await store.answers.find(bot.id, 2), null);
  assert.deepEqual((await store.answers.find(bot.id, 3))?.book, saying("version 3"));
});

test("answers go with their bot, and another bot has none of them", async (t) => {
  const { store, run } = await openTestStore(t);
  const other = { ...bot, id: "bot_2" };
  await store.bots.create(other, { signingSecret: "whsec_2", identitySecret: "2" });
  await store.answers.save(bot.id, version(0));
  assert.equal(await store.answers.newest(other.id), null);
  assert.equal(await store.answers.save("bot_3", version(0)), null);
  await store.bots.delete(bot.id);
  assert.deepEqual(await run("select * from answer_books"), []);
});

test("a version that was moved to another bot does not open", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  await store.answers.save(bot.id, version(0));
  await run("update answer_books set bot_id = 'bot_2'");
  await assert.rejects(store.answers.newest("bot_2"), { code: "seal_broken" });
});

test("a turn knows the version that is live as it begins, whichever way it is taken", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const otherNode = await openAgain();
  const ref = await openConversation(store);
  const first = await store.mailbox.take(ref);
  assert.equal(first?.bookVersion, 0);
  await store.mailbox.commitTurn(first, turnSaying("Hello"));
  await otherNode.answers.save(bot.id, version(0));
  const { lease } = await store.mailbox.enqueueAndTake(ref, textEvent("second"));
  assert.equal(lease?.bookVersion, 1);
  await store.mailbox.commitTurn(lease, turnSaying("Hello"));
  await otherNode.answers.save(bot.id, version(1));
  await store.mailbox.enqueue(ref, textEvent("third"));
  assert.equal((await store.mailbox.take(ref))?.bookVersion, 2);
});
