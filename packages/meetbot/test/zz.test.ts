import { test } from "node:test";
import pg from "pg";
import { createTestDatabase } from "./database.ts";

test("x", async () => {
  const d = await createTestDatabase();
  const c = new pg.Client({ connectionString: d.url });
  await c.connect();
  console.log((await c.query("select current_database(), current_setting('fsync')")).rows);
  const t = performance.now();
  const many = await Promise.all(Array.from({ length: 8 }, createTestDatabase));
  console.log("8 dbs ms", performance.now() - t);
  for (const m of many) await m.drop();
  await c.end();
  await d.drop();
  if (process.env.FAILX) throw new Error("no");
});
