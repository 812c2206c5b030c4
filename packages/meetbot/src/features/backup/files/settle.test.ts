import assert from "node:assert/strict";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openStore } from "../../../store/open-store.ts";
import { answer, on, openConnected, wrote } from "../../../store/outbox/connected.fixture.ts";
import { bot, keyRing, openConversation, turnSaying } from "../../../store/store.fixture.ts";
import { answerAs, callPerson, takeTurnWith } from "../../../store/waiting/waiting.fixture.ts";
import { destination, happen } from "../../alerts/store/alerts.fixture.ts";
import { mailbox } from "../../handoff/store/bridges.fixture.ts";
import { backUp, makeFolder, restoreInto, runOn } from "./backup.fixture.ts";

/** A shop in the middle of its day: on every way out something waits, and was sent a second after the backup. */
async function openBusyShop(t: TestContext) {
  const { store, url, run } = await openConnected(t);
  const pushed = await answer(store, [wrote("first")], "one", "two");
  const lease = await store.channels.outbox.take(pushed);
  assert(lease);
  await store.channels.enqueue(on, [wrote("second", "8")]);
  await store.alerts.destinations.add(bot.id, destination);
  await store.bridges.settings.set(bot.id, mailbox);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, {});
  await callPerson(store, ref);
  await store.bridges.queue.spread();
  const bridged = await store.bridges.queue.take();
  assert(bridged);
  await store.bridges.queue.advance(bridged, { toldSeq: 1, place: { thread: "1" } });
  await answerAs(store, ref, "Good morning");
  await run("update inbox_conversations set person_at = now() - interval '5 minutes'");
  await happen(run, [{ conversationId: ref.conversationId }]);
  await store.alerts.queue.spread();
  await run(`
    insert into pushes (bot_id, push_id, method, body_hash, key_id, sealed, occurred_at, news_until)
    values ('bot_1', 'push_1', 'order.changed', '\\x01', '${keyRing[0].id}', '\\x01', now(), now() + interval '1 day')`);
  await run(`
    insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at)
    values ('bot_1', 'push_1', 'conversation_1', 'sub_1', now() + interval '1 day')`);
  await run("insert into operators (id, name, email) values ('op_1', 'Ann', 'ann@shop.example')");
  await run(`
    insert into operator_sessions (id, token, user_id, expires_at)
    values ('s_1', 'token', 'op_1', now() + interval '1 day')`);
  await run(`
    insert into one_time_links (link_id, token_hash, administrator, created_by, expires_at)
    values ('l_1', '\\x01', true, 'ann', now() + interval '1 day')`);
  // Nobody has answered this one on the web yet.
  await openConversation(store, { conversationId: "conversation_2" });
  const path = join(makeFolder(t), "meetbot.backup");
  await backUp(url, path);
  return { store, url, path, pushed, ref };
}

/** Whatever a node would do at once. */
async function waiting(url: string) {
  const rows = await runOn(
    url,
    `select
      (select count(*)::int from outboxes where send_at is not null) as outboxes,
      (select count(*)::int from messages where status in ('queued', 'sending', 'unknown')) as messages,
      (select count(*)::int from conversations join outboxes using (bot_id, conversation_id)
        where due_at is not null) as events,
      (select count(*)::int from alert_deliveries where send_at is not null) as alerts,
      (select count(*)::int from desk_events where not (is_spread and is_bridged)) as spread,
      (select count(*)::int from bridge_conversations where due_at is not null) as bridged,
      (select count(*)::int from notifications where due_at is not null) as notifications,
      (select count(*)::int from operator_sessions) as sessions,
      (select count(*)::int from one_time_links) as links,
      (select count(*)::int from operators) as operators,
      (select count(*)::int from conversations where due_at is not null) - (
        select count(*)::int from conversations join outboxes using (bot_id, conversation_id)
        where due_at is not null) as web`,
  );
  return rows[0];
}

test("a restored node tells nothing once more that was on its way, and what may be lost can be sent by hand", async (t) => {
  const { url, path, pushed, ref } = await openBusyShop(t);
  const before = await waiting(url);
  for (const [what, count] of Object.entries(before)) assert(Number(count) > 0, what);
  const { url: copy, restored } = await restoreInto(t, path);
  assert.deepEqual(restored.settled, {
    ...{ events: 1, messages: 2, notifications: 1, mails: 1 },
    alerts: before.alerts,
  });
  assert.deepEqual(await waiting(copy), {
    ...{ outboxes: 0, messages: 0, events: 0, alerts: 0, spread: 0, bridged: 0, notifications: 0 },
    // What opens once may have been used since, and who was signed in may have been signed out.
    ...{ sessions: 0, links: 0, operators: 1 },
    web: before.web,
  });
  const store = await openStore({ connection: copy, keyRing });
  t.after(() => store.close());
  await store.bridges.queue.spread();
  assert.equal(await store.bridges.queue.take(), null);
  assert.deepEqual(await store.waiting.claimReplyMails(9), []);
  assert.deepEqual(await store.channels.outbox.due(9), []);
  const letters = await store.channels.deadLetters.list(on, { below: null, limit: 9 });
  assert.deepEqual(
    letters.rows.map(({ conversationId, failure, retry }) => [
      conversationId,
      failure?.class,
      retry,
    ]),
    [1, 2].map(() => [pushed.conversationId, "ambiguous", "ready"]),
  );
  assert.equal((await store.channels.deadLetters.retryAll(on, 9)).messages, 2);
  assert.equal((await store.channels.outbox.due(9)).length, 1);

  // In between, the desk and the alert receivers got numbered items, so the copy issues other numbers.
  const [numbers] = await runOn(
    copy,
    `select last_seq - 1000 as seq, (select max(event_id)::int from desk_events) as event
     from conversations where conversation_id = '${ref.conversationId}'`,
  );
  assert(numbers.seq > 0);
  await runOn(
    copy,
    "insert into desk_events (bot_id, type) values ('bot_1', 'conversation.waiting')",
  );
  const [next] = await runOn(copy, "select max(event_id)::int as event from desk_events");
  assert(next.event > numbers.event + 100_000);

  // On the web the transcript is what the customer reads: the bot answers there as ever.
  const web = { botId: bot.id, conversationId: "conversation_2" };
  const lease = await store.mailbox.take(web);
  assert.equal((await store.mailbox.commitTurn(lease!, turnSaying("hello"))).outcome, "settled");
});

test("what has only moved goes on where it was", async (t) => {
  const { url, path } = await openBusyShop(t);
  const { url: copy, restored } = await restoreInto(t, path, { isMoved: true });
  assert.equal(restored.settled, null);
  assert.deepEqual(await waiting(copy), await waiting(url));
});
