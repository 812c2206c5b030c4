import assert from "node:assert/strict";
import { test } from "node:test";
import { countStatements } from "../../../test/scale-out/count-statements.ts";
import { openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";

const openMany = (store: Parameters<typeof openConversation>[0], count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, nth) =>
      openConversation(store, { conversationId: `conversation_${nth}` }),
    ),
  );

test("fifty who follow conversations ask by one statement, and only those hear of news for whom there are any", async (t) => {
  const { store, run } = await openTestStore(t);
  const refs = await openMany(store, 50);
  const [, written, held, gone, answered] = refs;
  assert(written && held && gone && answered);
  await store.mailbox.enqueue(written, textEvent("more"));
  const lease = await store.mailbox.take(answered);
  assert(lease);
  await store.mailbox.commitTurn(lease, turnSaying());
  const place = "where conversation_id = $1";
  await run(`update conversations set holder = 'waiting', held_at = now() ${place}`, [
    held.conversationId,
  ]);
  await run(`delete from conversations ${place}`, [gone.conversationId]);
  const asked = countStatements();
  const news = await Promise.all(
    refs.map((ref) => store.mailbox.hasNews({ ref, seq: 1, holder: "bot", handledSeq: 0 })),
  );
  assert.equal(asked(), 1);
  assert.deepEqual(
    refs.filter((_, nth) => news[nth]),
    [written, held, gone, answered],
  );
});
