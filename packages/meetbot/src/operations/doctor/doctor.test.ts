import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { createTestDatabase } from "../../../test/database.ts";
import { readConfig } from "../../config.ts";
import { parseKeyRing } from "../../secrets/key-ring.ts";
import { openTestStore } from "../../store/store.fixture.ts";
import { loadOlderSteps } from "../../store/upgrade/before-first-release.ts";
import type { CheckName } from "./check.ts";
import { examine } from "./doctor.ts";

const newKey = () => randomBytes(32).toString("base64");

/** Returns a database's checks by name: the status, and the finding. */
async function examined(url: string, masterKey = newKey()) {
  const config = readConfig({ MEETBOT_DATABASE_URL: url, MEETBOT_MASTER_KEY: masterKey });
  const checks = await examine({ config, agentOf: null });
  return (name: CheckName) => {
    const check = checks.find((one) => one.name === name);
    return check && `${check.status}: ${check.found}${check.todo ? ` ${check.todo}` : ""}`;
  };
}

/** A database in which one bot's secrets are sealed. */
async function usedDatabase(t: TestContext) {
  const key = newKey();
  const opened = await openTestStore(t, { keyRing: parseKeyRing(key) });
  return { ...opened, key };
}

test("a database that a first start may use is said to be one, and stays empty", async (t) => {
  const { url, drop } = await createTestDatabase();
  t.after(drop);
  const of = await examined(url);
  assert.match(of("database") ?? "", /^ok/);
  assert.match(of("version") ?? "", /^ok: PostgreSQL 1[5-8]/);
  assert.match(of("tables") ?? "", /^ok: .*first start/);
  for (const name of ["writable", "role", "pooler", "hints", "standby", "clock"] as const) {
    assert.match(of(name) ?? "", /^ok/, name);
  }
  assert.match((await examined(url))("tables") ?? "", /first start/);
});

test("a key that does not fit, tables of before and of a later version are told", async (t) => {
  const { url, key, run } = await usedDatabase(t);
  const fits = await examined(url, key);
  assert.match(fits("master_key") ?? "", /^ok/);
  assert.match(fits("tables") ?? "", /^ok: the tables are this version's/);
  assert.match((await examined(url))("master_key") ?? "", /^fail: .*MEETBOT_MASTER_KEY/);

  // As a database from before the first release has them.
  await run("delete from kysely_migration");
  for (const step of Object.keys(await loadOlderSteps())) {
    await run(`insert into kysely_migration values ('${step}', '')`);
  }
  assert.match(
    (await examined(url, key))("tables") ?? "",
    /^warn: .* takes \d+ steps: 0001-baseline.*backup/,
  );
  await run("insert into kysely_migration values ('9999-later', '')");
  assert.match((await examined(url, key))("tables") ?? "", /^fail: .*newer Meetbot.*9999-later/);
});

test("a database that is only read is told, and so is one that is not there", async (t) => {
  const { url, key, run } = await usedDatabase(t);
  const database = new URL(url).pathname.slice(1);
  await run(`alter database ${database} set default_transaction_read_only = on`);
  assert.match((await examined(url, key))("writable") ?? "", /^fail: .*only be read.*primary/);

  const missing = new URL(url);
  missing.pathname = "nothing_here";
  assert.match((await examined(missing.href))("database") ?? "", /^fail: .*create database/);
  const nobody = await examined("postgres://meetbot@127.0.0.1:1/meetbot");
  assert.match(nobody("database") ?? "", /^fail: .*ECONNREFUSED/);
  const several = await examined("postgres://meetbot@127.0.0.1:1,127.0.0.1:2/meetbot");
  assert.match(several("database") ?? "", /^fail: None of the 2 servers .*:1.*:2/);
});

test("before a first start in an empty folder nothing is made there", async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), "meetbot-doctor-"));
  t.after(() => rmSync(dataDir, { recursive: true }));
  const checks = await examine({
    config: readConfig({
      MEETBOT_DATA_DIR: dataDir,
      MEETBOT_PUBLIC_URL: "http://chat.example",
      MEETBOT_TRUSTED_PROXIES: "10.0.0.0/8",
    }),
    agentOf: null,
  });
  const said = Object.fromEntries(checks.map(({ name, status }) => [name, status]));
  assert.deepEqual(said, {
    ...{ node: "ok", public_url: "warn", trusted_proxies: "warn" },
    ...{ mail: "warn", database: "ok" },
  });
  assert.deepEqual(readdirSync(dataDir), []);
});
