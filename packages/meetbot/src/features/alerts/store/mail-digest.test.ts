import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { bot, openConversation, openTestStore } from "../../../store/store.fixture.ts";
import { destination, happen, spreadAndTake } from "./alerts.fixture.ts";

const mailbox = { ...destination, kind: "email" as const, secrets: { email: "a@shop.example" } };
const sent = { kind: "sent", httpStatus: null, restMs: 600_000 } as const;
const again = { kind: "again", httpStatus: null, problem: "down", afterMs: 5_000 } as const;

/** A mailbox that wants every event, and two conversations that wait. */
async function openMailbox(t: TestContext) {
  const opened = await openTestStore(t);
  const { store, run } = opened;
  await store.alerts.destinations.add(bot.id, mailbox);
  for (const conversationId of ["one", "two"]) await openConversation(store, { conversationId });
  await run("update conversations set holder = 'waiting'");
  const { queue } = store.alerts;
  /** As if so much time had passed. */
  const pass = async (span: string) => {
    await run(`update alert_deliveries set send_at = send_at - interval '${span}'`);
    await run(`update alert_destinations set next_at = next_at - interval '${span}'`);
  };
  const take = async () => {
    await queue.skipSeen();
    return spreadAndTake(store);
  };
  const statuses = async () =>
    (await run("select status from alert_deliveries order by event_id")).map((one) => one.status);
  return { ...opened, queue, pass, take, statuses };
}

test("nobody gets a mail within two minutes, nor of what was taken or answered by then", async (t) => {
  const { run, pass, take, statuses } = await openMailbox(t);
  const from = (who: string) => `insert into desk_events (bot_id, conversation_id, type, facts)
    select bot_id, 'one', 'message.created', '{"seq":3,"from":"${who}"}' from bots`;
  await happen(run, [{ conversationId: "one" }, { conversationId: "two" }]);
  await run(from("customer"));
  await run(from("person"));
  assert.equal(await take(), null);
  await pass("119 seconds");
  assert.equal(await take(), null);
  await run(
    "update conversations set holder = 'person', held_by = 'op' where conversation_id = 'one'",
  );
  await run(`insert into inbox_conversations (bot_id, conversation_id, reason, person_seq)
    select bot_id, 'one', 'asked', 4 from bots`);
  await pass("2 seconds");
  const lease = await take();
  assert.equal(lease?.conversationId, "two");
  assert.deepEqual(
    lease.gathered.map(({ facts }) => facts.from),
    ["person"],
  );
  assert.deepEqual(await statuses(), ["skipped", "waiting", "skipped", "waiting"]);
});

test("what comes after the first mail is gathered into one, at the earliest when its time is over", async (t) => {
  const { run, queue, pass, take, statuses } = await openMailbox(t);
  await happen(run, [{ conversationId: "one" }]);
  await take();
  await pass("2 minutes");
  const first = await take();
  assert.deepEqual(first?.gathered, []);
  await queue.record(first, sent);
  await happen(run, [{ conversationId: "two" }, { type: "shop.unavailable" }]);
  await take();
  await pass("9 minutes");
  assert.equal(await take(), null);
  // The latest has not waited for two minutes yet.
  await happen(run, [{ conversationId: "one", type: "conversation.closed" }]);
  await take();
  await pass("61 seconds");
  const digest = await take();
  assert.deepEqual(
    [digest?.type, digest?.gathered.map(({ type }) => type)],
    ["conversation.waiting", ["shop.unavailable"]],
  );
  await queue.record(digest!, sent);
  assert.deepEqual(await statuses(), ["sent", "sent", "sent", "waiting"]);
});

test("a mail that did not go out is tried with all that was in it, and with what came since", async (t) => {
  const { run, queue, pass, take, statuses } = await openMailbox(t);
  await happen(run, [{ conversationId: "one" }, { conversationId: "two" }]);
  await take();
  await pass("2 minutes");
  const first = await take();
  assert.equal(first?.gathered.length, 1);
  assert.equal(await take(), null, "while its lease lives nobody else has it");
  await queue.record(first, again);
  await happen(run, [{ type: "shop.unavailable" }]);
  await take();
  await pass("2 minutes");
  const retried = await take();
  assert.deepEqual([retried?.eventId, retried?.gathered.length], [first.eventId, 2]);
  await queue.record(retried!, sent);
  assert.deepEqual(await statuses(), ["sent", "sent", "sent"]);
});

test("other kinds are told at once, one by one", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.alerts.destinations.add(bot.id, destination);
  await happen(run, [{ conversationId: "one" }, { conversationId: "two" }]);
  const lease = await spreadAndTake(store);
  assert.deepEqual([lease?.conversationId, lease?.gathered], ["one", []]);
});
