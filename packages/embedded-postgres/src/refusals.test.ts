import assert from "node:assert/strict";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { startEmbedded } from "./start-embedded.ts";
import { makeDataDir, silent } from "./test-folder.fixture.ts";

async function makeStopped(dataDir: string): Promise<void> {
  const { stop } = await startEmbedded({ dataDir, log: silent });
  await stop();
}

it("names both versions when another PostgreSQL wrote the data", async (t) => {
  const dataDir = makeDataDir(t);
  await makeStopped(dataDir);
  writeFileSync(join(dataDir, "postgres/cluster/PG_VERSION"), "16\n");
  await assert.rejects(startEmbedded({ dataDir, log: silent }), {
    name: "EmbeddedDatabaseError",
    code: "version_mismatch",
    message: /PostgreSQL 16.*PostgreSQL 1[78].*meetbot upgrade-store.*apt install postgresql-16/,
  });
  writeFileSync(join(dataDir, "postgres/cluster/PG_VERSION"), "99\n");
  await assert.rejects(startEmbedded({ dataDir, log: silent }), {
    code: "version_mismatch",
    message: /PostgreSQL 99.*Start the newer Meetbot that wrote it/,
  });
});

it("says what the server said when it does not start, and where its log is", async (t) => {
  const dataDir = makeDataDir(t);
  await makeStopped(dataDir);
  appendFileSync(join(dataDir, "postgres/cluster/postgresql.conf"), "shared_buffers = plenty\n");
  await assert.rejects(startEmbedded({ dataDir, log: silent }), {
    code: "start_failed",
    message: /server\.log.*\n(.*\n)*.*invalid value for parameter "shared_buffers"/,
  });
});

it("says that the password file is not the database's", async (t) => {
  const dataDir = makeDataDir(t);
  await makeStopped(dataDir);
  writeFileSync(join(dataDir, "postgres/meetbot.password"), "another");
  await assert.rejects(startEmbedded({ dataDir, log: silent }), {
    code: "password_refused",
    message: /meetbot\.password/,
  });
});
