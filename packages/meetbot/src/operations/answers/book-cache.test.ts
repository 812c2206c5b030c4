import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import pino from "pino";
import {
  bot,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../../store/store.fixture.ts";
import { createBookCache } from "./book-cache.ts";

const log = pino({ level: "silent" });
const teaching = (text: string): AnswerBook => ({
  ...emptyBook,
  taught: [{ text, meaning: "returns" }],
});

test("what is saved at one node is in the next turn of another, and read once", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = await openAgain();
  let reads = 0;
  const find: typeof other.answers.find = (...which) => {
    reads += 1;
    return other.answers.find(...which);
  };
  const bookOf = createBookCache({ find }, log);
  const ref = await openConversation(store);
  const next = async () => {
    const lease = await other.mailbox.take(ref);
    assert(lease);
    const book = await bookOf(ref.botId, lease.bookVersion);
    await other.mailbox.commitTurn(lease, turnSaying("Hello"));
    await other.mailbox.enqueue(ref, textEvent(crypto.randomUUID()));
    return book;
  };
  assert.equal(await next(), emptyBook);
  const save = { what: "taught", topic: null } as const;
  await store.answers.save(bot.id, { after: 0, book: teaching("one"), ...save });
  const first = await next();
  assert.deepEqual(first, teaching("one"));
  assert.equal(await next(), first);
  assert.equal(reads, 1);
  await store.answers.save(bot.id, { after: 1, book: teaching("two"), ...save });
  assert.deepEqual(await next(), teaching("two"));
});

test("answers that do not open leave customers with what Meetbot says", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.answers.save(bot.id, { after: 0, book: emptyBook, what: "taught", topic: null });
  await run("update answer_books set sealed = '\\x00'");
  assert.equal(await createBookCache(store.answers, log)(bot.id, 1), emptyBook);
});
