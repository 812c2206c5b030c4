import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openTestStore } from "../store.fixture.ts";

const { id, endpoint } = bot;
const well = { failingSince: null, stopped: null };

test("an endpoint fails since the first note of it, until it answers", async (t) => {
  const { health } = (await openTestStore(t)).store;
  assert.deepEqual(await health.find(id), well);
  const { failingSince } = await health.recordFailing(id, endpoint);
  assert.ok(failingSince);
  assert.deepEqual(await health.recordFailing(id, endpoint), { failingSince, stopped: null });
  await health.recordAnswering(id, endpoint);
  assert.deepEqual(await health.find(id), well);
});

test("an endpoint that failed for five days, twenty times at least, is stopped", async (t) => {
  const { store, run } = await openTestStore(t);
  for (let i = 0; i < 19; i += 1) await store.health.recordFailing(id, endpoint);
  await run("update bots set failing_since = now() - interval '5 days 1 minute'");
  const { stopped } = await store.health.recordFailing(id, endpoint);
  assert.equal(stopped?.for, "failing");
});

test("neither twenty failures in an hour nor two in a week stop an endpoint", async (t) => {
  const { store, run } = await openTestStore(t);
  for (let i = 0; i < 25; i += 1) await store.health.recordFailing(id, endpoint);
  assert.equal((await store.health.find(id)).stopped, null);
  await run("update bots set failing_since = now() - interval '7 days', times_failed = 1");
  assert.equal((await store.health.recordFailing(id, endpoint)).stopped, null);
});

test("an endpoint that is gone stays so until it answers", async (t) => {
  const { health } = (await openTestStore(t)).store;
  await health.recordGone(id, endpoint);
  assert.equal((await health.find(id)).stopped?.for, "gone");
  assert.equal((await health.recordFailing(id, endpoint)).stopped?.for, "gone");
  await health.recordAnswering(id, endpoint);
  assert.deepEqual(await health.find(id), well);
});

test("another endpoint begins anew, and nothing said of the former one counts", async (t) => {
  const { bots, health } = (await openTestStore(t)).store;
  await health.recordFailing(id, endpoint);
  await health.recordGone(id, endpoint);
  await bots.change(id, { endpoint: "https://shop.example/new" });
  assert.deepEqual(await health.find(id), well);
  await health.recordGone(id, endpoint);
  await health.recordFailing(id, endpoint);
  assert.deepEqual(await health.find(id), well);
  await bots.change(id, { name: "Another name" });
});

test("people are told once that the shop fails, until it answered again", async (t) => {
  const { store, run } = await openTestStore(t);
  const { health } = store;
  const told = async () =>
    (await run("select type, facts from desk_events order by event_id")).map(({ type, facts }) => {
      return `${type} ${(facts as { reason: string }).reason}`;
    });
  await Promise.all([1, 2, 3].map(() => health.recordFailing(id, endpoint)));
  await health.recordGone(id, endpoint);
  assert.deepEqual(await told(), ["shop.unavailable failing"]);
  await health.recordAnswering(id, endpoint);
  await health.recordGone(id, endpoint);
  await health.recordFailing(id, "https://shop.example/former");
  assert.deepEqual(await told(), ["shop.unavailable failing", "shop.unavailable gone"]);
});

test("people are told once an hour that answers break a rule", async (t) => {
  const { store, run } = await openTestStore(t);
  const { health } = store;
  const told = async () => (await run("select from desk_events")).length;
  await Promise.all([1, 2, 3].map(() => health.recordRuleBroken(id, "invalid_answer")));
  assert.equal(await told(), 1);
  await run("update bots set rules_told_at = now() - interval '61 minutes'");
  await health.recordRuleBroken(id, "invalid_json");
  assert.equal(await told(), 2);
});
