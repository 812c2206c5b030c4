import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestPool } from "../../../test/database.ts";
import { openTestStore } from "../../store/store.fixture.ts";
import { deleteBatches } from "./delete-batches.ts";

test("a batch that takes too long is undone, and smaller ones delete all there is", async (t) => {
  const { url, run } = await openTestStore(t);
  await run("create table old as select n from generate_series(1, 25) as n");
  await run(
    "create function delay(size integer) returns boolean language sql as 'select pg_sleep(60) is not null where size > 10 union all select true limit 1'",
  );
  const pool = openTestPool(url);
  const text = "delete from old where delay($1) and n in (select n from old order by n limit $1)";
  try {
    assert.equal(await deleteBatches(pool, text, 100), 25);
  } finally {
    await pool.end();
  }
  assert.deepEqual(await run("select n from old"), []);
});
