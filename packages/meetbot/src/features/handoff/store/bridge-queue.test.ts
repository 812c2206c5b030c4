import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { bot, openConversation, openTestStore, textEvent } from "../../../store/store.fixture.ts";
import type { Store } from "../../../store/store.ts";
import {
  answerAs,
  callPerson,
  close,
  takeTurnWith,
} from "../../../store/waiting/waiting.fixture.ts";
import { mailbox } from "./bridges.fixture.ts";

async function openWithDesk(t: TestContext) {
  const parts = await openTestStore(t);
  const { store, run } = parts;
  await store.bridges.settings.set(bot.id, mailbox);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  const rows = () => run("select * from bridge_conversations");
  return { ...parts, ...store.bridges, ref, rows };
}

const taken = async ({ bridges: { queue } }: Pick<Store, "bridges">) => {
  await queue.spread();
  return queue.take();
};

const told = { kind: "told", isOpen: true, isMore: false, restMs: 0 } as const;

test("a conversation is handed over when a person is called, with the last words before, and not sooner", async (t) => {
  const { store, ref, run } = await openWithDesk(t);
  assert.equal(await taken(store), null);
  await run("update conversations set last_seq = 50");
  await callPerson(store, ref);
  const lease = await taken(store);
  assert.partialDeepStrictEqual(lease, {
    ...{ ...ref, holds: "waiting", toldSeq: 32, place: null, secrets: mailbox.secrets },
  });
  assert.equal(await store.bridges.queue.take(), null, "nobody else takes it meanwhile");
});

test("what happens while the desk is told is told after it", async (t) => {
  const { store, ref, queue } = await openWithDesk(t);
  await callPerson(store, ref);
  const lease = await taken(store);
  assert(lease);
  await answerAs(store, ref, "Good morning");
  await queue.spread();
  assert(await queue.advance(lease, { toldSeq: 3, place: { thread: "1" }, toldHolder: "waiting" }));
  assert(await queue.end(lease, told));
  const next = await taken(store);
  assert.partialDeepStrictEqual(next, { holds: "person", toldSeq: 3, place: { thread: "1" } });
  assert(await queue.end(next!, told));
  assert.equal(await taken(store), null);
  await close(store, ref);
  assert.equal((await taken(store))?.holds, "closed");
});

test("a node whose lease ended writes nothing down, and the next tells what it had not", async (t) => {
  const { store, ref, queue, run } = await openWithDesk(t);
  await callPerson(store, ref);
  const dead = await taken(store);
  assert(dead && (await queue.advance(dead, { toldSeq: 2 })));
  await run("update bridge_conversations set leased_until = now()");
  const next = await queue.take();
  assert.equal(next?.toldSeq, 2);
  assert.equal(await queue.advance(dead, { toldSeq: 9 }), false);
  assert.equal(await queue.end(dead, told), null);
  assert(await queue.advance(next!, { toldSeq: 3 }));
});

test("a desk that fails is asked more rarely whatever is due, and after a day no more; set anew it is told all", async (t) => {
  const { store, ref, queue, run, settings } = await openWithDesk(t);
  await callPerson(store, ref);
  const failed = { kind: "failed", problem: "HTTP 503" } as const;
  assert.deepEqual(await queue.end((await taken(store))!, failed), { stopped: null });
  assert.equal(await taken(store), null);
  await run("update bridges set next_at = now()");
  const other = await openConversation(store, { conversationId: "other" });
  await takeTurnWith(store, other, {});
  await callPerson(store, other);
  const probe = await taken(store);
  assert(probe);
  assert.equal(await queue.take(), null, "by one at a time");
  await queue.end(probe, failed);
  await run("update bridges set next_at = now(), failing_since = now() - interval '25 hours'");
  assert.deepEqual(await queue.end((await taken(store))!, failed), { stopped: "failing" });
  await run("update bridges set next_at = now()");
  assert.equal(await taken(store), null);
  const stopped = await settings.find(bot.id);
  assert.partialDeepStrictEqual(stopped, { problem: "HTTP 503", behind: 2 });
  assert.equal(stopped?.stopped?.for, "failing");
  await settings.set(bot.id, mailbox);
  assert.equal((await taken(store))?.toldSeq, 0);
});

test("what was opened and is gone is opened anew, later each time; the rest of the desk goes on", async (t) => {
  const { store, ref, queue } = await openWithDesk(t);
  await callPerson(store, ref);
  const lease = (await taken(store))!;
  await queue.advance(lease, { place: { thread: "1" }, isIntroduced: true, toldSeq: 2 });
  const gone = { kind: "refused", problem: "HTTP 404", afterMs: 60_000, isGone: true } as const;
  await queue.end(lease, gone);
  assert.equal(await taken(store), null);
  const other = await openConversation(store, { conversationId: "other" });
  await takeTurnWith(store, other, {});
  await callPerson(store, other);
  assert.equal((await taken(store))?.conversationId, "other");
});

test("what is settled is not told of until a person is called again; then only what is near", async (t) => {
  const { store, ref, queue, run } = await openWithDesk(t);
  await callPerson(store, ref);
  await close(store, ref);
  const lease = (await taken(store))!;
  await queue.advance(lease, { toldSeq: 5, toldHolder: "closed" });
  await queue.end(lease, { ...told, isOpen: false });
  await store.mailbox.enqueue(ref, textEvent("later", "Thanks"));
  await takeTurnWith(store, ref, {});
  assert.equal(await taken(store), null);
  await run("update conversations set last_seq = 90");
  await callPerson(store, ref);
  const again = await taken(store);
  assert.partialDeepStrictEqual(again, { holds: "waiting", toldHolder: "closed", toldSeq: 72 });
});

test("another desk is told anew of whoever waits, and a bridge that is taken away leaves nothing", async (t) => {
  const { store, ref, queue, rows, settings } = await openWithDesk(t);
  await callPerson(store, ref);
  const lease = (await taken(store))!;
  await queue.advance(lease, { place: { thread: "1" }, toldSeq: 2 });
  await queue.end(lease, told);
  await settings.set(bot.id, { ...mailbox, shown: "o…@shop.example" });
  assert.partialDeepStrictEqual(await taken(store), { place: null, toldSeq: 0 });
  assert.equal(await settings.as("ada").remove(bot.id), true);
  assert.deepEqual(await rows(), []);
  const actions = (await store.bots.auditOf(bot.id, 9)).map(({ action }) => action);
  assert.deepEqual(actions.slice(0, 3), ["bridge_removed", "bridge_changed", "bridge_set"]);
  await settings.set(bot.id, mailbox);
  await store.conversationLog.delete(ref);
  assert.deepEqual(await rows(), []);
});

test("a desk finds the conversations of its own bot only, by what it calls them", async (t) => {
  const { store, ref, queue, heardAt } = await openWithDesk(t);
  await callPerson(store, ref);
  await queue.advance((await taken(store))!, { place: { contact: "c", conversation: "7" } });
  const found = await heardAt.find(bot.id, { conversation: "7" });
  assert.equal(found?.conversationId, ref.conversationId);
  for (const place of [{}, { conversation: "8" }, { conversation: "7\0" }]) {
    assert.equal(await heardAt.find(bot.id, place), null);
  }
  assert.equal(await heardAt.find("bot_2", { conversation: "7" }), null);
  assert.equal(await heardAt.recordClose(ref, "close 1"), true);
  assert.equal(await heardAt.recordClose(ref, "close 1"), false);
});
