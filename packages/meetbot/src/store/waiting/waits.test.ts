import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, openTestStore } from "../store.fixture.ts";
import { answerAs, callPerson, close, takeTurnWith } from "./waiting.fixture.ts";

test("the first reply and the end are counted once for each call, on whichever node", async (t) => {
  const { store, openAgain, run } = await openTestStore(t);
  const other = await openAgain();
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  assert.deepEqual(await store.waiting.endedWaits(10), []);
  await answerAs(store, ref, "Hello");
  await answerAs(store, ref, "One more thing");
  const [reply, ...others] = await store.waiting.endedWaits(10);
  assert.deepEqual(others, []);
  assert.partialDeepStrictEqual(reply, { ...ref, kind: "first_reply" });
  assert(reply && reply.to >= reply.from);
  const counted = await Promise.all(
    [store, other, store].map(({ waiting }) => waiting.countWait(reply, 240)),
  );
  assert.deepEqual(counted.toSorted(), [false, false, true]);

  await close(store, ref);
  const [end] = await store.waiting.endedWaits(10);
  assert.equal(end?.kind, "resolution");
  assert(end && (await store.waiting.countWait(end, 600)));
  assert.deepEqual(await store.waiting.endedWaits(10), []);

  await callPerson(store, ref);
  await answerAs(store, ref, "Again");
  assert.equal((await store.waiting.endedWaits(10)).length, 1);
  const rows = await run(
    "select kind, sum(waits)::integer as waits from wait_tallies group by 1 order by 1",
  );
  assert.deepEqual(rows, [
    { kind: "first_reply", waits: 1 },
    { kind: "resolution", waits: 1 },
  ]);
});

test("a conversation that a person stepped into waited for nobody", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await answerAs(store, ref, "I saw your message");
  await close(store, ref);
  assert.deepEqual(await store.waiting.endedWaits(10), []);
});

test("the latest waits of today are told, and figures of any time outlive the conversations", async (t) => {
  const { store, run } = await openTestStore(t);
  for (const [nth, seconds] of [30, 60, 90].entries()) {
    const ref = await openConversation(store, { conversationId: `c${nth}` });
    await takeTurnWith(store, ref, {});
    await callPerson(store, ref);
    await answerAs(store, ref, "Hello");
    const [wait] = await store.waiting.endedWaits(10);
    assert(wait && (await store.waiting.countWait(wait, seconds)));
  }
  const hour = 60 * 60 * 1000;
  const since = new Date(Date.now() - hour);
  assert.deepEqual(await store.waiting.latestWaits(bot.id, since, 2), [90, 60]);
  assert.deepEqual(await store.waiting.latestWaits(bot.id, new Date(Date.now() + hour), 2), []);
  assert.deepEqual(await store.waiting.latestWaits("bot_2", since, 2), []);

  await run("update conversations set active_at = now() - interval '30 days'");
  await store.forgetExpired();
  const bounds = [since, new Date(Date.now() + hour)];
  const tallies = await store.waiting.waits(bot.id, bounds);
  assert.equal(
    tallies.reduce((sum, { count }) => sum + count, 0),
    3,
  );
});
