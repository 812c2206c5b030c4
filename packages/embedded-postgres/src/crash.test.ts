import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { startEmbedded } from "./start-embedded.ts";
import { makeDataDir, query, serverPid, serverProcesses, silent } from "./test-folder.fixture.ts";
import { spawnProcess, startProcess } from "./test-process.fixture.ts";

const onLinux = { skip: process.platform !== "linux" && "finds the server's processes in /proc" };

/** Far above what any of these takes, on a busy machine too. */
const patienceMs = 60_000;

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) assert.fail(`${what} took longer than ${patienceMs} ms`);
    await delay(5);
  }
}

/** Kills all at once: those that a death before theirs has ended already are gone, which is fine. */
function killServer(dataDir: string): void {
  for (const pid of serverProcesses(dataDir)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

describe("after a crash", { ...onLinux, concurrency: 3 }, () => {
  it("joins the server whose process was killed, and stops it in the end", async (t) => {
    const dataDir = makeDataDir(t);
    const killed = await startProcess(dataDir);
    const orphan = serverPid(dataDir);
    await killed.kill("SIGKILL");
    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    assert.equal(serverPid(dataDir), orphan);
    assert.equal(await query(connection, "select 1"), 1);
    await stop();
    assert.equal(serverPid(dataDir), null);
  });

  it("starts again at once when the server was killed too, with all that was committed", async (t) => {
    const dataDir = makeDataDir(t);
    for (let round = 1; round <= 3; round++) {
      const { connection, kill } = await startProcess(dataDir);
      await query(connection, "create table if not exists rounds (round int)");
      await query(connection, `insert into rounds values (${round})`);
      const killed = kill("SIGKILL");
      killServer(dataDir);
      await killed;
    }
    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(connection, "select count(*)::int from rounds"), 3);
    await stop();
  });

  it("is not misled by another process that got the killed server's number", async (t) => {
    const dataDir = makeDataDir(t);
    const { kill } = await startProcess(dataDir);
    const killed = kill("SIGKILL");
    killServer(dataDir);
    await killed;
    const { uid, gid } = statSync(join(dataDir, "postgres/cluster"));
    const stranger = spawn("sleep", ["60"], { uid, gid, cwd: "/" });
    t.after(() => stranger.kill());
    for (const name of ["postmaster.pid", ".s.PGSQL.5432.lock"]) {
      const file = join(dataDir, "postgres/cluster", name);
      writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, String(stranger.pid)));
    }

    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    assert.equal(await query(connection, "select 1"), 1);
    assert.equal(stranger.exitCode ?? stranger.signalCode, null);
    await stop();
  });

  for (const trace of ["", "cluster/global/pg_control", "meetbot.password"]) {
    it(`starts over when the first start was killed with ${trace || "an empty folder"}`, async (t) => {
      const dataDir = makeDataDir(t);
      const killed = spawnProcess(dataDir);
      await until(() => hasTrace(dataDir, trace), "the first start");
      process.kill(-killed.pid!, "SIGKILL");
      const { connection, stop } = await startEmbedded({ dataDir, log: silent });
      assert.equal(await query(connection, "select 1"), 1);
      await stop();
    });
  }

  it("gets its server back under a running process, in the same place", async (t) => {
    const dataDir = makeDataDir(t);
    const { connection, stop } = await startEmbedded({ dataDir, log: silent });
    const before = serverPid(dataDir);
    killServer(dataDir);
    await until(
      async () => (await query(connection, "select 1").catch(() => 0)) === 1,
      "the server",
    );
    assert.notEqual(serverPid(dataDir), before);
    await stop();
    assert.equal(serverPid(dataDir), null);
  });
});

function hasTrace(dataDir: string, trace: string): boolean {
  if (!existsSync(dataDir)) return false;
  return readdirSync(dataDir).some((name) => existsSync(join(dataDir, name, trace)));
}
