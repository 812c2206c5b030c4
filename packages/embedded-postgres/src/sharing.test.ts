import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, it } from "node:test";
import { startEmbedded } from "./start-embedded.ts";
import { makeDataDir, query, serverPid, silent } from "./test-folder.fixture.ts";
import { spawnProcess, startProcess } from "./test-process.fixture.ts";

describe("processes that use one data folder", { concurrency: 2 }, () => {
  it("share one server when they start at once, on a new folder and on a known one", async (t) => {
    const dataDir = makeDataDir(t);
    for (const _ of ["new", "known"]) {
      const all = await Promise.all([1, 2, 3].map(() => startProcess(dataDir)));
      const started = all.map(({ connection }) =>
        query(connection, "select pg_postmaster_start_time()::text"),
      );
      assert.equal(new Set(await Promise.all(started)).size, 1);
      await Promise.all(all.map((one) => one.leave()));
      assert.equal(serverPid(dataDir), null);
    }
  });

  it("leave the server to those who stay", async (t) => {
    const dataDir = makeDataDir(t);
    const leaver = await startProcess(dataDir);
    const stayer = await startEmbedded({ dataDir, log: silent });
    const server = serverPid(dataDir);
    await leaver.leave();
    assert.equal(serverPid(dataDir), server);
    assert.equal(await query(stayer.connection, "select 1"), 1);
    await stayer.stop();
    assert.equal(serverPid(dataDir), null);
  });

  it("keep it when the one that started it is killed, also after another one leaves", async (t) => {
    const dataDir = makeDataDir(t);
    const starter = await startProcess(dataDir);
    const stayer = await startEmbedded({ dataDir, log: silent });
    const leaver = await startProcess(dataDir);
    const server = serverPid(dataDir);
    await starter.kill("SIGKILL");
    await leaver.leave();
    assert.equal(serverPid(dataDir), server);
    assert.equal(await query(stayer.connection, "select 1"), 1);
    await stayer.stop();
    assert.equal(serverPid(dataDir), null);
  });

  it("may start while the last one stops, which does not wait for them", {
    timeout: 60_000,
  }, async (t) => {
    const dataDir = makeDataDir(t);
    let current = await startEmbedded({ dataDir, log: silent });
    for (let time = 0; time < 5; time++) {
      const stopped = current.stop();
      current = await startEmbedded({ dataDir, log: silent });
      await stopped;
      assert.equal(await query(current.connection, "select 1"), 1);
    }
    await current.stop();
  });

  it("always have a server while they come and go", async (t) => {
    const dataDir = makeDataDir(t);
    async function comeAndGo(times: number): Promise<void> {
      for (let time = 0; time < times; time++) {
        const { connection, stop } = await startEmbedded({ dataDir, log: silent });
        assert.equal(await query(connection, "select 1"), 1);
        await stop();
      }
    }
    await Promise.all([comeAndGo(5), comeAndGo(5), comeAndGo(5)]);
    assert.equal(serverPid(dataDir), null);
  });
});

describe("the server", { concurrency: 2 }, () => {
  it("keeps no process from ending", async (t) => {
    const dataDir = makeDataDir(t);
    const walker = spawnProcess(dataDir, { walksAway: true });
    assert.deepEqual(await once(walker, "exit"), [0, null]);
    assert.notEqual(serverPid(dataDir), null);
  });

  it("does not hear the terminal's Ctrl-C", async (t) => {
    const dataDir = makeDataDir(t);
    const { connection, kill } = await startProcess(dataDir);
    await kill("SIGINT");
    assert.equal(await query(connection, "select 1"), 1);
  });
});
