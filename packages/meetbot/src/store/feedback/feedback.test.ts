import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, openTestStore, turnSaying } from "../store.fixture.ts";

const begin = new Date(0);
const end = new Date("2100-01-01");

/** A conversation in which the bot has said two things, with the numbers 2 and 3. */
async function openAnswered(t: Parameters<typeof openTestStore>[0]) {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  const lease = await store.mailbox.take(ref);
  assert(lease);
  const turn = { ...turnSaying("Hello", "Here it is"), accounts: ["yilia@meetbot.biz"] };
  await store.mailbox.commitTurn(lease, turn);
  return { store, run, ref, counts: () => store.feedback.feedbackCounts(bot.id, begin, end) };
}

test("each message has one word of its customer, which is counted once", async (t) => {
  const { store, ref, counts } = await openAnswered(t);
  assert.deepEqual(await store.feedback.record(ref, 2, "up"), { seq: 2, isNew: true });
  assert.deepEqual(await store.feedback.record(ref, 2, "up"), { seq: 2, isNew: false });
  assert.deepEqual(await counts(), { up: 1, down: 0 });
  await store.feedback.record(ref, 2, "down");
  assert.deepEqual(await counts(), { up: 0, down: 1 });
  await store.feedback.record(ref, 3, "down");
  assert.deepEqual(await counts(), { up: 0, down: 2 });
  await store.feedback.record(ref, 2, null);
  assert.deepEqual(await store.feedback.record(ref, 2, null), { seq: 2, isNew: false });
  assert.deepEqual(await counts(), { up: 0, down: 1 });
});

test("without a number it is about the newest message of the bot", async (t) => {
  const { store, ref } = await openAnswered(t);
  assert.deepEqual(await store.feedback.record(ref, null, "up"), { seq: 3, isNew: true });
});

test("what the customer wrote, what is not there and other conversations are no answers", async (t) => {
  const { store, ref, counts } = await openAnswered(t);
  assert.equal(await store.feedback.record(ref, 1, "up"), null);
  assert.equal(await store.feedback.record(ref, 4, "up"), null);
  const other = { ...ref, conversationId: "other" };
  assert.equal(await store.feedback.record(other, 2, "up"), null);
  assert.deepEqual(await counts(), { up: 0, down: 0 });
});

test("two taps at once on one message are one word", async (t) => {
  const { store, ref, counts } = await openAnswered(t);
  await Promise.all(Array.from({ length: 8 }, () => store.feedback.record(ref, 2, "up")));
  assert.deepEqual(await counts(), { up: 1, down: 0 });
});

test("it is counted where it was said in time: from the first moment on, before the last", async (t) => {
  const { store, run, ref, counts } = await openAnswered(t);
  await store.feedback.record(ref, 2, "up");
  await run("update feedback set at = '2026-11-02T10:20:00Z'");
  await run("update feedback_tallies set quarter = '2026-11-02T10:15:00Z'");
  const at = (time: string) => new Date(`2026-11-02T${time}Z`);
  const between = (from: string, to: string) =>
    store.feedback.feedbackCounts(bot.id, at(from), at(to));
  assert.deepEqual(await between("10:15:00", "10:30:00"), { up: 1, down: 0 });
  assert.deepEqual(await between("10:00:00", "10:15:00"), { up: 0, down: 0 });
  assert.deepEqual(await between("10:30:00", "11:00:00"), { up: 0, down: 0 });
  // A change of mind moves it to the quarter in which that was said.
  await store.feedback.record(ref, 2, "down");
  assert.deepEqual(await between("10:15:00", "10:30:00"), { up: 0, down: 0 });
  assert.deepEqual(await counts(), { up: 0, down: 1 });
});

test("it goes with its customer; the numbers, which name nobody, stay", async (t) => {
  const { store, run, ref, counts } = await openAnswered(t);
  await store.feedback.record(ref, 2, "down");
  assert.equal(await store.forgetCustomer("yilia@meetbot.biz"), 1);
  assert.deepEqual(await run("select * from feedback"), []);
  assert.deepEqual(await counts(), { up: 0, down: 1 });
});

test("it goes with a conversation that was kept for long enough", async (t) => {
  const { store, run, ref } = await openAnswered(t);
  await store.feedback.record(ref, 2, "down");
  await run("update conversations set active_at = now() - interval '8 days'");
  assert.equal(await store.forgetExpired(), 1);
  assert.deepEqual(await run("select * from feedback"), []);
});
