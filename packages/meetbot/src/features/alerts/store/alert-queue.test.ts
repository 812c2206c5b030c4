import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openTestStore } from "../../../store/store.fixture.ts";
import { destination, happen, spreadAndTake } from "./alerts.fixture.ts";

const again = { kind: "again", httpStatus: 500, problem: "HTTP 500", afterMs: 60_000 } as const;
const sent = { kind: "sent", httpStatus: 200, restMs: 0 } as const;

/** As if so much time had passed for those who wait. */
const later = (span: string) => [
  `update alert_destinations set next_at = next_at - interval '${span}',
     failing_since = failing_since - interval '${span}', leased_until = leased_until - interval '${span}'`,
  `update alert_deliveries set send_at = send_at - interval '${span}'`,
];

test("each event is sent once to each destination that wants it, and to none that came later", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  await happen(run, [{}]);
  await destinations.add(bot.id, destination);
  const shopOnly = { ...destination, id: "shop", events: ["shop.unavailable" as const] };
  await destinations.add(bot.id, shopOnly);
  await happen(run, [{ conversationId: "one" }, { type: "shop.unavailable" }]);
  await Promise.all([queue.spread(), queue.spread(), queue.spread()]);
  await queue.spread();
  const made = await run(
    "select destination_id, type from alert_deliveries order by destination_id, event_id",
  );
  assert.deepEqual(
    made.map(({ destination_id: id, type }) => `${id} ${type}`),
    ["5a5a5a conversation.waiting", "5a5a5a shop.unavailable", "shop shop.unavailable"],
  );
});

test("that nobody came is told to whoever is told who waits, and no other return", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.alerts.destinations.add(bot.id, { ...destination, events: ["conversation.waiting"] });
  const type = "conversation.returned";
  await happen(run, [
    { type, facts: { reason: "menu" } },
    { type, facts: { reason: "nobody" } },
  ]);
  const told = await spreadAndTake(store);
  assert.deepEqual([told?.type, told?.facts], [type, { reason: "nobody" }]);
  assert.deepEqual(await run("select count(*)::integer as n from alert_deliveries"), [{ n: 1 }]);
});

test("an event that becomes visible after a later one is sent too", async (t) => {
  const { store, run, operator } = await openTestStore(t);
  await store.alerts.destinations.add(bot.id, destination);
  await operator(async (slow) => {
    await slow.query("begin");
    await slow.query("insert into desk_events (bot_id, type) values ($1, 'conversation.closed')", [
      bot.id,
    ]);
    await happen(run, [{}]);
    const first = await spreadAndTake(store);
    assert.equal(first?.type, "conversation.waiting");
    await store.alerts.queue.record(first, sent);
    await slow.query("commit");
  });
  assert.equal((await spreadAndTake(store))?.type, "conversation.closed");
});

test("what a dead node had in hand is taken again under its own id, and its late word counts for nothing", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  await destinations.add(bot.id, destination);
  await happen(run, [{ conversationId: "one" }]);
  const lost = await spreadAndTake(store);
  assert(lost);
  assert.deepEqual(lost.secrets, destination.secrets);
  assert.equal(await queue.take(), null, "while its lease lives nobody else has it");
  for (const text of later("16 seconds")) await run(text);
  const taken = await queue.take();
  assert.equal(taken?.eventId, lost.eventId);
  assert.equal(await queue.record(lost, sent), null);
  assert.deepEqual(await queue.record(taken, sent), { stopped: null });
  assert.equal(await queue.take(), null);
});

test("a conversation's alerts stay in order behind one that fails, and others do not wait for it", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  await destinations.add(bot.id, destination);
  const [one, two] = [{ conversationId: "one" }, { conversationId: "two" }];
  await happen(run, [
    one,
    { ...one, type: "conversation.taken" },
    two,
    { type: "shop.unavailable" },
  ]);
  const first = await spreadAndTake(store);
  assert.equal(first?.conversationId, "one");
  await queue.record(first, again);
  assert.equal(await queue.take(), null, "a destination that just failed rests a moment");
  for (const text of later("3 seconds")) await run(text);
  const second = await queue.take();
  assert.equal(second?.conversationId, "two");
  await queue.record(second, sent);
  const third = await queue.take();
  assert.equal(third?.type, "shop.unavailable");
  await queue.record(third, sent);
  assert.equal(await queue.take(), null);
  for (const text of later("1 minute")) await run(text);
  const retried = await queue.take();
  assert.deepEqual([retried?.eventId, retried?.tries], [first.eventId, 1]);
  await queue.record(retried!, sent);
  assert.equal((await queue.take())?.type, "conversation.taken");
});

test("a destination that answers again gets at once what waited for it", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  await destinations.add(bot.id, destination);
  await happen(run, [
    { conversationId: "one" },
    { conversationId: "two" },
    { conversationId: "three" },
  ]);
  await queue.spread();
  for (let n = 0; n < 3; n += 1) {
    const lease = await queue.take();
    assert(lease);
    await queue.record(lease, { ...again, afterMs: 3_600_000 });
    await run("update alert_destinations set next_at = now()");
  }
  assert.equal(await queue.take(), null);
  await happen(run, [{ type: "shop.unavailable" }]);
  await queue.record((await spreadAndTake(store))!, sent);
  assert.equal((await queue.take())?.conversationId, "one");
});

test("what fails for a day is switched off with a reason, and nothing waits for it any more", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  await destinations.add(bot.id, destination);
  await happen(run, [
    { conversationId: "one" },
    { conversationId: "one", type: "conversation.taken" },
  ]);
  await queue.record((await spreadAndTake(store))!, again);
  for (const text of later("23 hours")) await run(text);
  assert.deepEqual(await queue.record((await queue.take())!, again), { stopped: null });
  for (const text of later("61 minutes")) await run(text);
  assert.deepEqual(await queue.record((await queue.take())!, again), { stopped: "failing" });
  const stopped = await destinations.find(bot.id, destination.id);
  assert.equal(stopped?.stopped?.for, "failing");
  const ended = await destinations.deliveriesOf(bot.id, destination.id);
  assert.deepEqual(
    ended.map(({ status }) => status),
    ["given_up", "given_up"],
  );
  await happen(run, [{}]);
  assert.equal(await spreadAndTake(store), null);
  // Switched on again it begins anew, with what happens from then on.
  await destinations.change(bot.id, destination.id, { isOn: true });
  assert.equal((await destinations.find(bot.id, destination.id))?.stopped, null);
  await happen(run, [{ type: "shop.unavailable" }]);
  assert.equal((await spreadAndTake(store))?.type, "shop.unavailable");
});

test("too much at once pauses a destination and is no try", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  await destinations.add(bot.id, destination);
  await happen(run, [{}]);
  const rest = { kind: "rest", httpStatus: 429, problem: "HTTP 429", restMs: 60_000 } as const;
  await queue.record((await spreadAndTake(store))!, rest);
  assert.equal(await queue.take(), null);
  for (const text of later("61 seconds")) await run(text);
  assert.equal((await queue.take())?.tries, 0);
});

test("a destination's secrets are sealed, and changes stand in the audit without them", async (t) => {
  const { store, run } = await openTestStore(t);
  const owner = store.alerts.destinations.as("owner@shop.example");
  await owner.add(bot.id, destination);
  const moved = { shown: "new.example", secrets: { url: "https://new.example/hidden" } };
  await owner.change(bot.id, destination.id, { address: moved, withText: true });
  assert.deepEqual(await owner.secretsOf(bot.id, destination.id), moved.secrets);
  await owner.recordTested(bot.id, destination.id, true);
  await owner.remove(bot.id, destination.id);
  const audit = await store.bots.auditOf(bot.id, 10);
  assert.deepEqual(audit.map(({ action }) => action).slice(0, 4), [
    "alert_removed",
    "alert_tested",
    "alert_changed",
    "alert_added",
  ]);
  const stored = JSON.stringify([audit, await run("select * from alert_destinations")]);
  assert(!stored.includes("hidden") && !stored.includes("/meetbot"));
});

test("what is older than a week is deleted, sent or not", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.alerts.destinations.add(bot.id, destination);
  await happen(run, [{}, {}]);
  await store.alerts.queue.spread();
  const age = "set at = now() - interval '8 days' where event_id = (select min(event_id) from";
  await run(`update alert_deliveries ${age} alert_deliveries)`);
  await run(`update desk_events ${age} desk_events)`);
  await store.forgetExpired();
  for (const table of ["desk_events", "alert_deliveries"]) {
    assert.equal((await run(`select from ${table}`)).length, 1, table);
  }
});

test("of twelve customers who wait a chat is told once, of those of the next minute together, and a webhook of each", async (t) => {
  const { store, run } = await openTestStore(t);
  const { destinations, queue } = store.alerts;
  const slack = { ...destination, kind: "slack" as const };
  await destinations.add(bot.id, slack);
  await happen(
    run,
    Array.from({ length: 12 }, (_, nth) => ({ conversationId: `c_${nth}` })),
  );
  const told = await spreadAndTake(store);
  assert.equal(told?.gathered.length, 11);
  await queue.record(told, sent);
  await happen(run, [{ conversationId: "d_1" }, { conversationId: "d_2" }]);
  assert.equal(await spreadAndTake(store), null);
  await happen(run, [{ type: "conversation.closed", conversationId: "c_1" }]);
  const closed = await spreadAndTake(store);
  assert.deepEqual([closed?.type, closed?.gathered], ["conversation.closed", []]);
  await queue.record(closed!, sent);
  for (const change of later("1 minute")) await run(change);
  const next = await queue.take();
  assert.deepEqual(
    [next, ...(next?.gathered ?? [])].map((one) => one?.conversationId),
    ["d_1", "d_2"],
  );
  await run("delete from alert_destinations");
  await destinations.add(bot.id, destination);
  await happen(run, [{ conversationId: "e_1" }, { conversationId: "e_2" }]);
  assert.deepEqual((await spreadAndTake(store))?.gathered, []);
});
