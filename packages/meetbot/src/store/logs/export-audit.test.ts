import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openTestStore } from "../store.fixture.ts";
import { exportAudit, exportStart } from "./export-audit.ts";

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
    // Its time is that of its begin: whoever had read the quick one would never come back for it.
    assert.deepEqual((await read(last)).actions, []);
    await slow.query("commit");
  });
  assert.deepEqual((await read(last)).actions, ["slow", "quick"]);
});
