import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { PushScope } from "@meetbot/model/alert/push-device.ts";
import { commitOneTurn } from "../../../store/logs/log.fixture.ts";
import { openConversation, openTestStore } from "../../../store/store.fixture.ts";
import { storeDevice, subscription } from "./web-push.fixture.ts";

const called = { move: { to: "waiting", reason: "asked" }, personAsked: true } as const;
const now = "update web_pushes set send_at = now()";

/** An agent who is signed in, and a browser of theirs. */
async function openPushes(t: TestContext, scope: PushScope = "all") {
  const opened = await openTestStore(t);
  const { store, run } = opened;
  const { queue } = store.webPush;
  const kept = await storeDevice(store, run, scope);
  const callOne = async (conversationId = "one") => {
    const ref = await openConversation(store, { conversationId });
    await commitOneTurn(store, ref, called);
    await store.alerts.queue.spread();
    return ref;
  };
  const take = () => queue.take();
  return { ...opened, ...kept, queue, callOne, take };
}

test("the latest of a conversation is pushed once, also if its node dies with it in hand", async (t) => {
  const { store, run, queue, callOne, take, deviceId } = await openPushes(t);
  const ref = await callOne();
  const lost = await take();
  assert.partialDeepStrictEqual(lost, {
    ...{ conversationId: "one", type: "conversation.waiting", isNews: true, tries: 0 },
    ...{ deviceId, subscription, locale: "en" },
  });
  assert.equal(await take(), null, "while its lease lives nobody else has it");
  await run(now);
  const taken = await take();
  assert(taken && lost);
  await queue.record(lost, { kind: "sent", httpStatus: 201, restMs: 0 });
  assert.equal((await run("select from web_pushes")).length, 1, "a late word counts for nothing");
  // Meanwhile it waits anew.
  await run(
    `insert into desk_events (bot_id, conversation_id, type, facts)
     select bot_id, $1, 'note.mentioned', '{"mentioned":[]}' from bots`,
    [ref.conversationId],
  );
  await run(
    `insert into desk_events (bot_id, conversation_id, type) select bot_id, $1, 'conversation.waiting' from bots`,
    [ref.conversationId],
  );
  await Promise.all([store.alerts.queue.spread(), store.alerts.queue.spread()]);
  await queue.record(taken, { kind: "sent", httpStatus: 201, restMs: 0 });
  const anew = await take();
  assert(anew);
  await queue.record(anew, { kind: "sent", httpStatus: 201, restMs: 0 });
  assert.equal(await take(), null);
  assert.deepEqual(await run("select from web_pushes"), []);
});

for (const [why, change] of [
  ["their role is taken", "delete from bot_members"],
  ["they only look from now on", "update bot_members set role = 'viewer'"],
  ["the session has ended", "update operator_sessions set expires_at = now()"],
  [
    "their company's provider has to be asked again",
    "update operator_sessions set ends_at = now()",
  ],
  [
    "the session is too old",
    "update operator_sessions set created_at = now() - interval '31 days'",
  ],
  [
    "somebody took it",
    "update conversations set holder = 'person', held_by = 'op_bo' where conversation_id = 'one'",
  ],
  ["it is put off", "update inbox_conversations set snoozed_until = now() + interval '1 hour'"],
  ["an hour has passed", "update web_pushes set at = now() - interval '61 minutes'"],
  [
    "they look at it",
    `insert into conversation_presence (bot_id, conversation_id, operator_id, is_writing)
     select bot_id, 'one', operators.id, false from bots, operators`,
  ],
  ["the conversation is deleted", "delete from conversations"],
] as const) {
  test(`nothing is pushed once ${why}`, async (t) => {
    const { run, queue, callOne, take } = await openPushes(t);
    await callOne();
    await run(change);
    const taken = await take();
    assert.equal(taken?.isNews, false);
    await queue.record(taken, { kind: "no_news" });
    assert.deepEqual(await run("select from web_pushes"), []);
  });
}

test("who wants their own only is told who waits once it is theirs", async (t) => {
  const { run, ada, callOne, take } = await openPushes(t, "mine");
  await callOne();
  assert.equal(await take(), null, "first it is said whose it is to be");
  await run(now);
  assert.equal((await take())?.isNews, false);
  await run("update inbox_conversations set assigned_to = $1", [ada.id]);
  await run(now);
  assert.equal((await take())?.isNews, true);
});

test("who may not answer is told nothing, nor what happened before they wanted to know", async (t) => {
  const { run, callOne, take, keep } = await openPushes(t);
  await run("update bot_members set role = 'viewer'");
  await callOne();
  assert.equal(await take(), null);
  await run("update bot_members set role = 'agent'");
  await run("delete from web_push_devices");
  await run("update desk_events set is_spread = false");
  await keep();
  await callOne("two");
  assert.equal((await take())?.conversationId, "two");
  assert.equal(await take(), null);
});

test("who is called by a note is told, and nobody else", async (t) => {
  const { run, ada, callOne, take, store } = await openPushes(t, "mine");
  await callOne();
  const call = async (mentioned: string[]) => {
    await run(
      `insert into desk_events (bot_id, conversation_id, type, facts)
       select bot_id, 'two', 'note.mentioned', $1 from bots`,
      [JSON.stringify({ mentioned })],
    );
    await store.alerts.queue.spread();
  };
  await call(["op_bo"]);
  assert.equal(await take(), null);
  await call([ada.id]);
  assert.equal((await take())?.type, "note.mentioned");
});
