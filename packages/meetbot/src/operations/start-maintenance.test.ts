import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { openPast, quartersAgo } from "../store/overview/overview.fixture.ts";
import { bot } from "../store/store.fixture.ts";
import { startMaintenance } from "./start-maintenance.ts";

const tenDays = 10 * 24 * 4;

test("a node that stood still for days counts what it then forgets", async (t) => {
  const { store, run, hold, countedUntil } = await openPast(t);
  await countedUntil(quartersAgo(2 * tenDays));
  await hold(quartersAgo(tenDays), [{ question: "answered" }]);
  await run("update conversations set active_at = created_at");

  t.mock.timers.enable({ apis: ["setInterval"] });
  const upkeep = startMaintenance(
    store,
    { expireWaiting: async () => 0 },
    pino({ level: "silent" }),
  );
  t.mock.timers.tick(10 * 60 * 1000);
  await upkeep.stop();
  // The store has timers of its own: they are stopped by the clock that made them.
  t.mock.timers.reset();

  assert.deepEqual(await run("select 1 from conversations"), []);
  const [figures] = await store.overview.figures(bot.id, [
    quartersAgo(2 * tenDays),
    quartersAgo(-2),
  ]);
  assert.deepEqual([figures?.conversations, figures?.answered], [1, 1]);
});

test("what cannot be counted is forgotten all the same, and the operator is told", async (t) => {
  const { store, run, hold, countedUntil } = await openPast(t);
  await countedUntil(quartersAgo(2 * tenDays));
  await hold(quartersAgo(tenDays), []);
  await run("update conversations set active_at = created_at");
  await run("drop table delivery_tallies");
  const logged: string[] = [];

  t.mock.timers.enable({ apis: ["setInterval"] });
  const upkeep = startMaintenance(
    store,
    { expireWaiting: async () => 0 },
    pino({}, { write: (line: string) => logged.push(line) }),
  );
  t.mock.timers.tick(10 * 60 * 1000);
  await upkeep.stop();
  // The store has timers of its own: they are stopped by the clock that made them.
  t.mock.timers.reset();

  assert.deepEqual(await run("select 1 from conversations"), []);
  assert.match(logged.join(""), /the figures could not be counted/);
});
