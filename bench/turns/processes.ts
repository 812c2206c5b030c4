import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** Nobody outlives the measurement, however that ends. */
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill();
});

/** A program of this folder that runs, and the first line of JSON that it prints. */
export async function run<Line>(
  file: string,
  ...args: string[]
): Promise<{ line: Line; pid: number; end(): void }> {
  const child = start(file, args);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    child.stdout.resume();
    return { line: JSON.parse(line), pid: child.pid!, end: () => void child.kill() };
  }
  throw new Error(`${file} ended before it said anything.`);
}

/** A load process that is ready: takes steps to play, and returns the result of each. */
export interface SteppedLoad<Step, Result> {
  play(step: Step): Promise<Result>;
  end(): void;
}

/** Starts a program of this folder that says when it is ready, and then answers each line with one. */
export async function runInSteps<Step, Result>(
  file: string,
  options: object,
): Promise<SteppedLoad<Step, Result>> {
  const child = start(file, [JSON.stringify(options)]);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${file} ended before it said how it went.`);
    return JSON.parse(value);
  };
  await next();
  return {
    play(step) {
      child.stdin.write(`${JSON.stringify(step)}\n`);
      return next();
    },
    end: () => void child.kill(),
  };
}

function start(file: string, args: string[]): ChildProcessByStdio<Writable, Readable, null> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  // As Meetbot starts itself: V8's threads should not take the processors from what is measured.
  const options = ["--v8-pool-size=1", "--conditions=meetbot-source"];
  const child = spawn(process.execPath, [...options, path, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  // One that has ended breaks the pipe.
  child.stdin.on("error", () => {});
  return child;
}

/** Returns a free port, for a program that needs a port number. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

/** Memory that processes hold, in MiB. */
export async function memoryOf(pids: number[]): Promise<number> {
  const pages = await Promise.all(
    pids.map(async (pid) => Number((await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1])),
  );
  return pages.reduce((sum, count) => sum + count * 4096, 0) / 2 ** 20;
}
