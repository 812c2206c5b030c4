import assert from "node:assert/strict";
import { test } from "node:test";
import { Pool } from "pg";
import { openTestStore } from "../../store/store.fixture.ts";
import { isDatabaseAway, isDiskFull } from "./is-database-away.ts";

test("a database that is not there is away; a statement that is wrong is a fault", async (t) => {
  const { url, run } = await openTestStore(t);
  const failureOf = async (connectionString: string, text: string, timeoutMs = 0) => {
    const pool = new Pool({ connectionString, query_timeout: timeoutMs });
    pool.on("error", () => {});
    try {
      return await pool.query(text).then(
        () => assert.fail("it succeeded"),
        (error: unknown) => error,
      );
    } finally {
      await pool.end();
    }
  };

  assert(isDatabaseAway(await failureOf("postgres://m@127.0.0.1:1/meetbot", "select 1")));
  assert(isDatabaseAway(await failureOf(url, "select pg_sleep(30)", 50)));
  assert(isDatabaseAway(await failureOf(url, "select pg_terminate_backend(pg_backend_pid())")));
  const raised = (code: string) => failureOf(url, `do $$ begin raise sqlstate '${code}'; end $$`);
  for (const code of ["53200", "57P03", "58030", "40P01"]) {
    assert(isDatabaseAway(await raised(code)), code);
  }
  const full = await raised("53100");
  assert(isDiskFull(full) && !isDatabaseAway(full));
  assert(!isDatabaseAway(await failureOf(url, "select 1 / 0")));
  assert(!isDatabaseAway(await run("select nothing from nowhere").catch((error) => error)));
  assert(!isDatabaseAway(new TypeError("a fault")));
});
