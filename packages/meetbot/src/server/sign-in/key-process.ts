import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Derivation, DerivedKey } from "./derive-keys.ts";

/** After this time the process will never return a key: it is ended, and the next password starts another. */
const overdueMs = 60_000;

/** Makes passwords into keys. */
export type DeriveKey = (given: Omit<Derivation, "id">) => Promise<string>;

interface Pending {
  resolve(key: string): void;
  reject(error: Error): void;
}

/**
 * Derives keys in a separate process, started with the first key. A thread would share memory locks with the thread
 * that answers customers, and at a low priority might hold them for long.
 */
export function createKeyProcess(): DeriveKey {
  const pending = new Map<number, Pending>();
  let child: ChildProcess | null = null;
  let lastId = 0;

  function start(): ChildProcess {
    const started = startProcess();
    const onEnd = () => {
      if (child === started) child = null;
      for (const { reject } of pending.values()) reject(new Error("No key could be derived."));
    };
    started.once("exit", onEnd).once("error", onEnd);
    started.on("message", ({ id, key }: DerivedKey) => pending.get(id)?.resolve(key));
    return started;
  }

  return async (given) => {
    child ??= start();
    hold(child);
    lastId += 1;
    const id = lastId;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    pending.set(id, { resolve, reject });
    const overdue = setTimeout((late: ChildProcess) => late.kill("SIGKILL"), overdueMs, child);
    try {
      child.send({ id, ...given } satisfies Derivation, (error) => error && reject(error));
      return await promise;
    } finally {
      clearTimeout(overdue);
      pending.delete(id);
      if (child && pending.size === 0) letGo(child);
    }
  };
}

function startProcess(): ChildProcess {
  const program = new URL(`./derive-keys${extname(import.meta.filename)}`, import.meta.url);
  return fork(fileURLToPath(program), {
    // The process needs nothing from the environment, which may contain the master key.
    env: { SystemRoot: process.env.SystemRoot },
    execArgv: ["--disable-warning=ExperimentalWarning"],
    // The process outputs only keys: a printed error could contain a password.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Keeps this process alive while the child works; an idle child does not delay the exit. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function letGo(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
