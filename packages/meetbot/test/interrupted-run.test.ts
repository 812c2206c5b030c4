import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "./fixtures/eventually.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const file = "packages/meetbot/test/interrupted/all-kinds.ts";

/** Starting one of each kind of process takes 3 s, and more on a busy machine. */
const startMs = 120_000;
const endMs = 10_000;

type Signal = (pid: number) => void;

/** `pid` is npm's, which leads a group of its own here as it does in a terminal. */
const interruptions: Record<string, Signal> = {
  "Ctrl-C in the terminal": (pid) => process.kill(-pid, "SIGINT"),
  "SIGTERM to npm alone": (pid) => process.kill(pid, "SIGTERM"),
};

for (const [name, interrupt] of Object.entries(interruptions)) {
  test(`of an interrupted run nothing is left: ${name}`, async () => {
    const said = join(mkdtempSync(join(tmpdir(), "interrupted-")), "started.json");
    const npm = spawn("npm", ["test", "--", file], {
      cwd: root,
      detached: true,
      stdio: "ignore",
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: tmpdir(),
        INTERRUPTED_FILE: said,
      },
    });
    const ended = once(npm, "exit");
    await eventually(startMs, async () => assert(existsSync(said) || npm.exitCode !== null));
    const started: { pids: Record<string, number>; folders: string[] } = JSON.parse(
      readFileSync(said, "utf8"),
    );
    assert.deepEqual(running(started.pids), Object.keys(started.pids));
    interrupt(npm.pid!);
    await ended;
    await eventually(endMs, async () => {
      assert.deepEqual(running(started.pids), []);
      assert.deepEqual(started.folders.filter(existsSync), []);
    });
  });
}

/** Which of these processes run; one that has ended and was not yet asked for its exit code does not. */
function running(pids: Record<string, number>): string[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,stat="], { encoding: "utf8" });
  const alive = new Set(
    stdout
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .filter(([, state = "Z"]) => !state.startsWith("Z"))
      .map(([pid]) => Number(pid)),
  );
  return Object.keys(pids).filter((name) => alive.has(pids[name] ?? 0));
}
