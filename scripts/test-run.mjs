// The processes and folders of one run of the tests. Plain JavaScript on purpose, as test.mjs is.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";

/** A folder in memory, where Linux has one. */
const memory = "/dev/shm";
/** The most that the run's databases and PostgreSQL's log of changes take, and as much again. */
const memoryBytes = 2 ** 30;

/** How long an interrupted process may still report what it was doing. */
const graceMs = 2_000;
/** Ended by a signal, npm and its shell may not pass it on: whether they are there is looked for. */
const lookForParentMs = 500;
/** A server and a browser take some milliseconds to end; no run may hang on one that does not. */
const discardMs = 5_000;

/**
 * Starts a run. All that its tests start is in one group of processes, or is a database in one of its two
 * folders, and goes with it: at its end, at Ctrl-C, at SIGTERM, and when npm, which started it, is gone.
 */
export function startTestRun({ node, root, env: more = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-run-"));
  chmodSync(folder, 0o1777); // as the system's own: tests try what other users of the machine can do there
  const databases = mkdtempSync(join(isRoomInMemory() ? memory : folder, "meetbot-run-"));
  // Within a test, a process of tests would take itself for one of that run's.
  const { NODE_TEST_CONTEXT: _, ...outside } = process.env;
  const env = {
    ...outside,
    ...more,
    TMPDIR: folder,
    MEETBOT_TEST_DATABASE_DIR: join(databases, "shared"),
    // Leaving out the types of all that a process loads takes half of its time to start.
    NODE_COMPILE_CACHE: join(root, "node_modules/.cache/test-compile"),
  };
  /** Each leads a group of its own, so that the terminal's Ctrl-C comes here alone, and once. */
  const children = new Set();
  const detached = process.platform !== "win32";
  let isInterrupted = false;
  let hasEnded = false;

  /** Keeps a process until all of its group is gone. */
  function keep(child) {
    children.add(child);
    child.once("exit", () => {
      signalGroup(child, "SIGKILL"); // what its tests started and left
      children.delete(child);
    });
    return child;
  }

  function signalGroup(child, signal) {
    try {
      process.kill(detached ? -child.pid : child.pid, signal);
    } catch {
      // All of it has ended.
    }
  }

  function end() {
    if (hasEnded) return;
    hasEnded = true;
    clearInterval(watch);
    for (const child of children) signalGroup(child, "SIGKILL");
    for (const one of [databases, folder]) discard(one);
  }

  async function interrupt(signal) {
    isInterrupted = true;
    for (const child of children) signalGroup(child, signal);
    await Promise.race([
      Promise.all([...children].map((child) => once(child, "exit"))),
      new Promise((resolve) => setTimeout(resolve, graceMs)),
    ]);
    end();
    process.exit(128 + constants.signals[signal]);
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, interrupt);
  const parent = process.ppid;
  const watch = setInterval(() => {
    const byNpm = process.env.npm_lifecycle_event !== undefined;
    if (byNpm && process.ppid !== parent && !isInterrupted) interrupt("SIGTERM");
  }, lookForParentMs);
  watch.unref();
  process.once("exit", end);

  return {
    end,
    /** Runs Node with these arguments, and resolves with its exit code. */
    start(args, cwd) {
      const child = keep(spawn(node, args, { stdio: "inherit", env, cwd, detached }));
      return new Promise((resolve) => {
        // Interrupted, nothing comes after it.
        child.once("exit", (code) => isInterrupted || resolve(code ?? 1));
      });
    },
    /** Starts a module in a process that messages can be sent to. It looks at nothing of the terminal's. */
    fork(module, execArgv) {
      const stdio = ["ignore", "inherit", "inherit", "ipc"];
      return keep(fork(module, [], { execPath: node, execArgv, env, cwd: root, stdio, detached }));
    },
  };
}

function isRoomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const mount = readFileSync("/proc/mounts", "utf8")
      .split("\n")
      .find((line) => line.split(" ")[1] === memory);
    // Where root's PostgreSQL cannot reach the programs, it runs a copy beside its data.
    return bavail * bsize > memoryBytes && mount !== undefined && !/\bnoexec\b/.test(mount);
  } catch {
    return false;
  }
}

/** Ends the servers of all databases below a folder at once, and deletes it. */
function discard(folder) {
  for (const file of findPostmasterFiles(folder)) {
    try {
      process.kill(Number.parseInt(readFileSync(file, "utf8"), 10), "SIGQUIT");
    } catch {
      // It has ended by itself.
    }
  }
  // What is ending writes and deletes files too: then rmSync gives up, and finds less the next time.
  const deadline = Date.now() + discardMs;
  while (existsSync(folder) && Date.now() < deadline) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Not yet.
    }
  }
}

function findPostmasterFiles(folder) {
  try {
    const names = readdirSync(folder, { recursive: true });
    return names
      .filter((name) => name.endsWith("postmaster.pid"))
      .map((name) => join(folder, name));
  } catch {
    return existsSync(folder) ? findPostmasterFiles(folder) : []; // one went while it was read
  }
}
