import assert from "node:assert/strict";
import { test } from "node:test";
import { createTestDatabase } from "../../../test/database.ts";
import { inTransaction } from "./in-transaction.ts";
import { isDatabaseAway } from "./is-database-away.ts";
import { openPool } from "./open-pool.ts";

test("a connection that is lost in the middle of a transaction undoes it, and nothing else ends", {
  timeout: 60_000,
}, async (t) => {
  const database = await createTestDatabase();
  const pool = openPool({
    config: { connectionString: database.url },
    name: "test",
    pooler: { isThere: false, keepsNames: false },
    log: { warn() {} },
  });
  t.after(database.drop);
  await pool.query("create table stored (what text)");
  const lost = inTransaction(pool, async (client) => {
    await client.query("insert into stored values ('half')");
    const { rows } = await client.query("select pg_backend_pid() as pid");
    // Not `once` of node:events: that would listen for errors too.
    const ended = new Promise((resolve) => client.once("end", resolve));
    await pool.query("select pg_terminate_backend($1)", [rows[0].pid]);
    // Nothing is asked of the database at this moment: only a listener hears of it.
    await ended;
    await client.query("insert into stored values ('whole')");
  });
  await assert.rejects(lost, isDatabaseAway);
  assert.deepEqual((await pool.query("select * from stored")).rows, []);
  await pool.end();
});

test("a connection that the server ends while the pool closes is not told as lost", async (t) => {
  const database = await createTestDatabase();
  t.after(database.drop);
  const told: string[] = [];
  const pool = openPool({
    config: { connectionString: database.url },
    name: "test",
    pooler: { isThere: false, keepsNames: false },
    log: { warn: (_, message) => void told.push(message) },
  });
  const [open, closing] = await Promise.all([pool.connect(), pool.connect()]);
  for (const client of [open, closing]) client.release();
  open.emit("error", new Error("terminating connection"));
  assert.equal(told.length, 1);
  const ended = pool.end();
  closing.emit("error", new Error("terminating connection"));
  await ended;
  assert.equal(told.length, 1);
});
