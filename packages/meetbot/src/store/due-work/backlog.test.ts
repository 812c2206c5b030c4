import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, openTestStore } from "../store.fixture.ts";
import { createBacklog } from "./backlog.ts";

const bots = `from bots where bot_id = '${bot.id}'`;
const from = "select bot_id, conversation_id";
const notified = (id: string, state: string, toldState = "'accepted'") => `
  insert into pushes (bot_id, push_id, body_hash, method, occurred_at, accepted_at, news_until, key_id, sealed)
  select bot_id, '${id}', '', 'order.changed', now(), now() - interval '30 seconds', now(), '', '' ${bots};
  insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at, state, told_state, at, due_at)
  select bot_id, '${id}', conversation_id, 's', now(), '${state}', ${toldState},
    now() - interval '40 seconds', case when '${state}' = 'sent' then null else now() end from conversations`;

/** One row of each kind that waits, each since another time. */
const lying = `
  update conversations set last_inbound_seq = 1, due_at = now();
  insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, at)
  ${from}, 1, 'in', 'm', '', now() - interval '10 seconds' from conversations on conflict
    (bot_id, conversation_id, seq) do update set at = excluded.at;
  insert into messages (bot_id, conversation_id, seq, direction, status, body, at)
  ${from}, 2, 'out', 'queued', '', now() - interval '20 seconds' from conversations;
  insert into outboxes (bot_id, conversation_id, channel, address, queued_seq, send_at)
  ${from}, 'pigeon-post', '', 2, now() + interval '1 hour' from conversations;
  ${notified("p1", "queued", "'queued'")}; ${notified("p2", "held", "'held'")}; ${notified("p3", "sent")};
  update bots set push_status = true; update pushes set resolve_at = now() where push_id = 'p2';
  insert into alert_destinations
    (bot_id, destination_id, kind, name, shown, is_signed, locale, events, with_text, key_id, sealed)
  select bot_id, 'd', 'slack', '', '', false, 'en', '{}', false, '', '' ${bots};
  insert into alert_deliveries (bot_id, destination_id, event_id, type, facts, at)
  select bot_id, 'd', 1, 'shop.unavailable', '{}', now() - interval '50 seconds' ${bots};
  insert into inbox_conversations (bot_id, conversation_id, reason, waiting_since)
  ${from}, 'menu', now() - interval '60 seconds' from conversations;
  insert into operator_audit (actor, action, detail, at) values
    ('command line', 'backup_made', '{}', to_timestamp(1764000000)),
    ('command line', 'backup_made', '{}', to_timestamp(1763000000))`;

test("of each kind it is known how many wait, and since when the oldest does", async (t) => {
  const { store, operator } = await openTestStore(t);
  await openConversation(store);
  await operator(async (client) => {
    const waiting = async () => {
      const state = await createBacklog(client as never).look();
      assert(state);
      const shown = state.waiting.map(({ queue, channel, count, oldestS }) => {
        const name = channel ? `${queue} ${channel}` : queue;
        return `${name} ${count} ${Math.round(oldestS)}`;
      });
      return [...shown, state.backupAtS];
    };
    await client.query(
      "begin; update conversations set due_at = null, handled_seq = last_inbound_seq",
    );
    const none = ["mailbox", "pushes", "push_states", "notifications", "alerts", "handoffs"];
    assert.deepEqual(await waiting(), [...none.map((queue) => `${queue} 0 0`), null]);
    await client.query(
      `update conversations set handled_seq = 0, due_at = now(), last_inbound_seq = 1; ${lying}`,
    );
    assert.deepEqual(await waiting(), [
      ...["mailbox 1 10", "outbox pigeon-post 1 20", "pushes 1 30", "push_states 1 40"],
      ...["notifications 1 30", "alerts 1 50", "handoffs 1 60", 1_764_000_000],
    ]);
    await client.query("rollback");
  });
});

test("however many read it, the database is asked once in five seconds", async () => {
  let [nowMs, asked] = [0, 0];
  const query = async () => {
    asked += 1;
    return { rows: [] };
  };
  const { look } = createBacklog({ query } as never, () => nowMs);
  await Promise.all([look(), look()]);
  nowMs = 4_999;
  await look();
  assert.equal(asked, 1);
  nowMs = 5_000;
  await look();
  assert.equal(asked, 2);
});

test("while the database does not answer it is not known what waits, and the question is not repeated at once", async () => {
  let asked = 0;
  const query = async () => {
    asked += 1;
    throw new Error("away");
  };
  const { look } = createBacklog({ query } as never, () => 0);
  assert.deepEqual([await look(), await look(), asked], [null, null, 1]);
});
