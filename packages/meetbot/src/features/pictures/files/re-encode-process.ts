import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReEncoded, ReEncoding } from "./re-encoding.ts";

/** Time limit for one picture: 50 megapixels take three seconds on a slow machine. */
const overdueMs = 20_000;

/** The memory limit of a process: 50 megapixels take 200 MB, and twice that when all of it is needed at once. */
const maxResidentBytes = 900 * 1024 * 1024;
const lookEachMs = 50;

/** How many pictures one node re-encodes at once, and how many may wait; turns get the rest of the machine. */
const atOnce = 2;
const maxWaiting = 20;

/** `overloaded`: it took too long or too much memory. `busy`: too many wait. */
export type Drawn = ReEncoded | { ok: false; why: "overloaded" | "busy" };

/** Re-encodes a picture. */
export type ReEncode = (given: ReEncoding) => Promise<Drawn>;

/** Decodes each picture in a process of its own, which then exits; a few run at a time. */
export function createReEncode(limits = { overdueMs, maxResidentBytes }): ReEncode {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (given) => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) return { ok: false, why: "busy" };
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push(resolve);
      await promise;
    } else running += 1;
    try {
      return await reEncodeApart(given, limits);
    } finally {
      // The next caller in the queue takes the place over.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

async function reEncodeApart(
  given: ReEncoding,
  limits: { overdueMs: number; maxResidentBytes: number },
): Promise<Drawn> {
  const child = startProcess();
  const overdue = setTimeout(() => child.kill("SIGKILL"), limits.overdueMs);
  const watch = setInterval(() => void endLarge(child, limits.maxResidentBytes), lookEachMs);
  try {
    return await new Promise<Drawn>((resolve) => {
      const end = () => resolve({ ok: false, why: "overloaded" });
      child.once("message", (answer: ReEncoded) => resolve(answer));
      child.once("exit", end).once("error", end);
      child.send(given, (error) => error && end());
    });
  } finally {
    clearTimeout(overdue);
    clearInterval(watch);
    child.kill("SIGKILL");
  }
}

/**
 * Kills a process that uses too much memory, where the system reports its usage; elsewhere only time and pixels are
 * limited.
 */
async function endLarge(child: ChildProcess, maxBytes: number): Promise<void> {
  const told = await readFile(`/proc/${child.pid}/statm`, "latin1").catch(() => "");
  const pages = Number(told.split(" ")[1] ?? 0);
  if (pages * 4096 > maxBytes) child.kill("SIGKILL");
}

function startProcess(): ChildProcess {
  const program = new URL(`./re-encode${extname(import.meta.filename)}`, import.meta.url);
  return fork(fileURLToPath(program), {
    // The process needs nothing from the environment, which may contain the master key.
    env: { SystemRoot: process.env.SystemRoot },
    execArgv: ["--disable-warning=ExperimentalWarning", "--max-old-space-size=256"],
    serialization: "advanced",
    // The process returns only the picture; the output of an error could contain a part of one.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
