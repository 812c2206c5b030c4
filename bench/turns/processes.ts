import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
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
  const path = fileURLToPath(new URL(file, import.meta.url));
  // As Meetbot starts itself: V8's threads should not take the processors from what is measured.
  const options = ["--v8-pool-size=1", "--conditions=meetbot-source"];
  const child = spawn(process.execPath, [...options, path, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    child.stdout.resume();
    return { line: JSON.parse(line), pid: child.pid!, end: () => void child.kill() };
  }
  throw new Error(`${file} ended before it said anything.`);
}

/** A port that is free, for a program that has to be told one. */
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
