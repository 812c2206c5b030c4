import assert from "node:assert/strict";
import { test } from "node:test";
import { exportStart } from "@meetbot/admin-api/limits/export-place.ts";
import { bot, openTestStore } from "../store.fixture.ts";
import { exportAudit } from "./export-audit.ts";

const enter = `insert into audit (bot_id, actor, action, detail) values ($1, 'ada', $2, '{}')`;

test("an entry of a transaction that lasts longer than others is not passed over", async (t) => {
  const { store, run, operator } = await openTestStore(t);
  const read = async (after: string) => {
    const entries = await exportAudit(store.operators.database, after, 1000, "0 seconds");
    return { ids: entries.map(({ id }) => id), actions: entries.map(({ action }) => action) };
  };
  const before = await read(exportStart);
  const last = before.ids.at(-1) ?? exportStart;
  await operator(async (slow) => {
    await slow.query("begin");
    await slow.query(enter, [bot.id, "slow"]);
    await run(enter, [bot.id, "quick"]);
    // An entry has the time of its transaction's start: a reader past the quick one would never return for the slow
    // one.
    assert.deepEqual((await read(last)).actions, []);
    await slow.query("commit");
  });
  assert.deepEqual((await read(last)).actions, ["slow", "quick"]);
});

test("entries of both logs with the same moment come once each, however few are read at once", async (t) => {
  const { store, run } = await openTestStore(t);
  const at = "'2026-01-02 03:04:05.678901+00'";
  for (const action of ["one", "two", "three"]) {
    await run(
      `with other as (
         insert into operator_audit (at, actor, action, detail) values (${at}, 'ada', $2, '{}')
       ) insert into audit (at, bot_id, actor, action, detail) values (${at}, $1, 'ada', $2, '{}')`,
      [bot.id, action],
    );
  }
  const read: string[] = [];
  // One that came again and again would be read without an end.
  for (let place: string | undefined = exportStart; place !== undefined && read.length < 7; ) {
    const [entry] = await exportAudit(store.operators.database, place, 1);
    if (entry) read.push(`${entry.botId ? "bot" : "operators"} ${entry.action}`);
    place = entry?.id;
  }
  const each = (log: string) => ["one", "two", "three"].map((action) => `${log} ${action}`);
  assert.deepEqual(read, [...each("bot"), ...each("operators")]);
});
