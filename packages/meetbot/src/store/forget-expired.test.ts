import assert from "node:assert/strict";
import { test } from "node:test";
import {
  delivery,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "./store.fixture.ts";

const setAge = `
  update conversations
  set created_at = now() - interval '30 days', active_at = now() - $2::interval
  where conversation_id = $1`;

test("conversations idle for a week are deleted with all that belongs to them", async (t) => {
  const { store, run } = await openTestStore(t);
  const old = await openConversation(store, { conversationId: "old" });
  const turn = { ...turnSaying("Hello"), deliveries: [delivery], personAsked: true };
  await store.mailbox.settle((await store.mailbox.take(old))!, turn);
  const recent = await openConversation(store, { conversationId: "recent" });
  await run(setAge, ["old", "7 days"]);
  await run(setAge, ["recent", "6 days 23 hours"]);

  assert.equal(await store.forgetExpired(), 1);

  assert.equal(await store.mailbox.admit(old, textEvent("late")), "unknown_conversation");
  assert.equal(await store.mailbox.admit(recent, textEvent("late")), "stored");
  for (const table of ["conversations", "messages", "deliveries", "person_requests"]) {
    assert.deepEqual(await run(`select 1 from ${table} where conversation_id = 'old'`), []);
  }
  assert.equal(await store.forgetExpired(), 0);
});

test("more than one batch of conversations is deleted", async (t) => {
  const { store, run } = await openTestStore(t);
  await openConversation(store);
  await run(`
    insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
      last_seq, last_inbound_seq, due_at, created_at, active_at)
    select bot_id, n, channel, n::text::bytea, key_id, sealed_key, 1, 1, now(),
      now() - interval '8 days', now() - interval '8 days'
    from conversations, generate_series(1, 1200) as n`);
  assert.equal(await store.forgetExpired(), 1200);
  assert.deepEqual(await run("select count(*)::integer from conversations"), [{ count: 1 }]);
});
