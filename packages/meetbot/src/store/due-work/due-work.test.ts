import assert from "node:assert/strict";
import { test } from "node:test";
import { destination } from "../../features/alerts/store/alerts.fixture.ts";
import { mailbox } from "../../features/handoff/store/bridges.fixture.ts";
import { bot, openConversation, openTestStore, turnSaying } from "../store.fixture.ts";
import { createDueWork } from "./due-work.ts";
import { dueRows, type WorkKind } from "./work-kinds.ts";

const kinds = Object.keys(dueRows) as WorkKind[];

const [ofBot, ofConversation] = ["select bot_id", "select bot_id, conversation_id"];
const bots = `from bots where bot_id = '${bot.id}'`;
const push = `
  insert into pushes (bot_id, push_id, body_hash, method, occurred_at, news_until, key_id, sealed)
  ${ofBot}, 'p', '', 'order.changed', now(), now() + interval '1 day', '', '' ${bots}`;
const notify = (columns: string, values: string) => `${push};
  insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at, ${columns})
  select bot_id, 'p', conversation_id, 's', now() + interval '1 day', ${values} from conversations`;
const inInbox = (columns: string, values: string) => `
  insert into inbox_conversations (bot_id, conversation_id, reason, ${columns})
  ${ofConversation}, 'menu', ${values} from conversations`;
const event = "insert into desk_events (bot_id, type, is_spread, is_bridged)";

/** What lies in the database, and for which kinds of work that is a reason to look. */
const lying: [sql: string, kinds: WorkKind[]][] = [
  ["select", []],
  ["update conversations set last_inbound_seq = last_inbound_seq + 1, due_at = now()", ["turns"]],
  [
    `update conversations set last_inbound_seq = last_inbound_seq + 1, due_at = now(),
       lease_until = now() + interval '3 seconds'`,
    [],
  ],
  [
    `insert into outboxes (bot_id, conversation_id, address, queued_seq, send_at)
     ${ofConversation}, '', 1, now() from conversations`,
    ["sending"],
  ],
  [`${event} ${ofBot}, 'shop.unavailable', false, true ${bots}`, ["alerts", "webPush"]],
  [`${event} ${ofBot}, 'shop.unavailable', true, false ${bots}`, ["bridges"]],
  [`${event} ${ofBot}, 'shop.unavailable', true, true ${bots}`, []],
  [
    `insert into alert_deliveries (bot_id, destination_id, event_id, type, facts, at)
     select bot_id, destination_id, 1, 'shop.unavailable', '{}', now() from alert_destinations`,
    ["alerts"],
  ],
  [
    `insert into bridge_conversations (bot_id, conversation_id, told_seq, due_at)
     ${ofConversation}, 0, now() from conversations`,
    ["bridges"],
  ],
  [notify("due_at", "now()"), ["notifications"]],
  [notify("due_at, state", "null, 'held'"), ["notifications"]],
  [notify("due_at, state", "null, 'sent'"), []],
  [
    `update bots set push_status = true; ${notify("due_at, state", "null, 'sent'")}`,
    ["pushStatus"],
  ],
  [`${push}; update pushes set resolve_at = now()`, ["parcelPushes"]],
  [
    `insert into picture_fetches (bot_id, conversation_id, dedupe_key, channel, sealed)
     ${ofConversation}, 'm', 'messenger', '' from conversations`,
    ["pictures"],
  ],
  [inInbox("first_waited_at", "now()"), []],
  [inInbox("first_waited_at, first_replied_at", "now(), now()"), ["waits"]],
  [inInbox("person_seq, person_at", "1, now() - interval '2 minutes'"), ["replyMails"]],
  [inInbox("waiting_since", "now()"), ["desk"]],
  [
    "update conversations set holder = 'waiting', held_at = now() - interval '1 hour'",
    ["overdueWaits"],
  ],
  ["update conversations set holder = 'person', held_by = 'desk', held_at = now()", ["desk"]],
];

test("what lies in the database is a reason to look for its own kind of work, and for no other", async (t) => {
  const { store, operator } = await openTestStore(t);
  const ref = await openConversation(store);
  await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turnSaying("Hello"));
  await store.alerts.destinations.add(bot.id, destination);
  await store.bridges.settings.set(bot.id, mailbox);
  await operator(async (client) => {
    for (const [sql, expected] of lying) {
      await client.query(`begin; ${sql}`);
      const { has } = createDueWork(client as never);
      const due = await Promise.all(kinds.map(async (kind) => ((await has(kind)) ? [kind] : [])));
      assert.deepEqual(due.flat(), expected, sql);
      await client.query("rollback");
    }
  });
  const covered = new Set(lying.flatMap(([, due]) => due));
  assert.deepEqual(
    kinds.filter((kind) => !covered.has(kind)),
    [],
  );
});

test("a lock on the table of other work does not hold up turns", async (t) => {
  const { store, operator } = await openTestStore(t);
  await operator(async (client) => {
    await client.query("begin; lock table desk_events in access exclusive mode");
    assert.equal(await store.dueWork.has("turns"), false);
    await client.query("rollback");
  });
});

test("one look answers all who ask at once, and a failed one nobody else", async () => {
  const looks: (() => Promise<object>)[] = [
    () => Promise.reject(new Error("away")),
    async () => ({ rows: [{ kind: "turns" }] }),
  ];
  const { has } = createDueWork({ query: () => looks.shift()?.() } as never);
  const failed = await Promise.allSettled([has("turns"), has("sending")]);
  assert.deepEqual(
    failed.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  assert.deepEqual(await Promise.all([has("turns"), has("sending")]), [true, false]);
  assert.deepEqual(looks, []);
});

test("turns are looked for anew each time, apart from all else, which goes by what was found most of a second ago", async () => {
  let [nowMs, looks] = [0, 0];
  const query = async () => {
    looks += 1;
    return { rows: [] };
  };
  const { has } = createDueWork({ query } as never, () => nowMs);
  const looksAt = async (atMs: number, kind: WorkKind) => {
    nowMs = atMs;
    await has(kind);
    return looks;
  };
  assert.deepEqual(
    [
      ...[await looksAt(0, "sending"), await looksAt(5, "turns"), await looksAt(450, "alerts")],
      ...[
        await looksAt(500, "turns"),
        await looksAt(1_200, "bridges"),
        await looksAt(1_250, "bridges"),
      ],
    ],
    [1, 1, 2, 3, 3, 4],
  );
});
