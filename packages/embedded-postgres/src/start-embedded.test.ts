import assert from "node:assert/strict";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded.ts";
import { makeDataDir, query, serverPid, silent } from "./test-folder.fixture.ts";

const onUnix = { skip: process.platform === "win32" && "Windows has no such modes and sockets" };
const onLinux = { skip: process.platform !== "linux" && "reads /proc" };

describe("a database that is started for the first time", () => {
  const dataDir = makeDataDir({ after });
  let database: EmbeddedDatabase;
  before(async () => {
    process.env.MEETBOT_MASTER_KEY = "canary";
    database = await startEmbedded({ dataDir, log: silent });
    delete process.env.MEETBOT_MASTER_KEY;
  });
  after(() => database.stop());

  it("belongs to a role that is no superuser, keeps every commit, uses no network", async () => {
    const facts = await query(
      database.connection,
      `select concat_ws(' ', current_user, rolsuper, rolcreatedb, pg_get_userbyid(datdba), datcollate,
         current_setting('server_encoding'), current_setting('fsync'),
         '[' || current_setting('listen_addresses') || ']')
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    const addresses = process.platform === "win32" ? "[127.0.0.1]" : "[]";
    assert.equal(facts, `meetbot f f meetbot C UTF8 on ${addresses}`);
  });

  it("lets nobody in without the password", async () => {
    for (const user of ["meetbot", "postgres"]) {
      const wrong = { ...database.connection, user, password: "guess" };
      await assert.rejects(query(wrong, "select 1"), { code: "28P01" });
    }
  });

  it("is closed to others on this machine", onUnix, () => {
    assert.equal(statSync(database.connection.host).mode & 0o777, 0o700);
    for (const name of ["meetbot.password", "postgres.password", "server.log"]) {
      assert.equal(statSync(join(dataDir, "postgres", name)).mode & 0o777, 0o600, name);
    }
  });

  it("does not get Meetbot's environment, which holds the master key", onLinux, () => {
    assert.doesNotMatch(readFileSync(`/proc/${serverPid(dataDir)}/environ`, "utf8"), /canary/);
  });
});

describe("a database that is started again", () => {
  it("has what was stored, and clears what an interrupted first start left", async (t) => {
    const dataDir = makeDataDir(t);
    const first = await startEmbedded({ dataDir, log: silent });
    await query(first.connection, "create table kept as select 42 as answer");
    await first.stop();
    assert.equal(serverPid(dataDir), null);
    mkdirSync(join(dataDir, "postgres.new-dead/cluster"), { recursive: true });

    const second = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(second.connection, "select answer from kept"), 42);
    assert.throws(() => statSync(join(dataDir, "postgres.new-dead")), { code: "ENOENT" });
    await second.stop();
  });

  it("may be stopped twice", async (t) => {
    const dataDir = makeDataDir(t);
    const { stop } = await startEmbedded({ dataDir, log: silent });
    await Promise.all([stop(), stop()]);
    await stop();
    assert.equal(serverPid(dataDir), null);
  });
});

describe("a data folder", () => {
  it("may have spaces and letters of any language in its path", async (t) => {
    const { connection, stop } = await startEmbedded({
      dataDir: makeDataDir(t, "我的 店/data"),
      log: silent,
    });
    assert.equal(await query(connection, "select 1"), 1);
    await stop();
  });

  it(
    "may have a longer path than a socket can have, and leaves no short one behind",
    onUnix,
    async (t) => {
      const dataDir = makeDataDir(t, `${"很长的名字".repeat(8)}, "so"/data`);
      const { connection, stop } = await startEmbedded({ dataDir, log: silent });
      assert.equal(await query(connection, "select 1"), 1);
      assert.ok(!connection.host.startsWith(dataDir));
      assert.equal(statSync(connection.host).mode & 0o777, 0o700);
      await stop();
      assert.throws(() => statSync(connection.host), { code: "ENOENT" });
    },
  );

  it("may be named relative to where Meetbot runs", async (t) => {
    const dataDir = makeDataDir(t);
    const back = process.cwd();
    t.after(() => process.chdir(back));
    process.chdir(dirname(dataDir));
    const { connection, stop } = await startEmbedded({ dataDir: "data", log: silent });
    assert.equal(await query(connection, "select 1"), 1);
    await stop();
  });

  it("is refused when it is a file", async (t) => {
    const dataDir = makeDataDir(t);
    writeFileSync(dataDir, "");
    await assert.rejects(startEmbedded({ dataDir, log: silent }), {
      code: "folder_unusable",
      message: /MEETBOT_DATA_DIR/,
    });
  });
});
