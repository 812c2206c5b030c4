import { execFile } from "node:child_process";
import { readFile, readlink, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Address } from "../cluster/address.ts";
import type { Cluster } from "../cluster/cluster.ts";

/** What a server wrote about itself in its data folder. The file remains if the server is killed. */
export interface PostmasterFile {
  pid: number;
  address: Address;
  /** Whether the server accepts connections. Before and after that, connecting would only fill its log. */
  ready: boolean;
  /** The file as it was read, to know it again. */
  content: string;
}

/** Reads postmaster.pid; null: no server runs, or one has not got far enough to be reached. */
export async function readPostmasterFile(cluster: Cluster): Promise<PostmasterFile | null> {
  const content = await readFile(pathOf(cluster), "utf8").catch(() => "");
  // Its lines: pid, data folder, start time, port, socket folder, TCP address, memory, status.
  // https://www.postgresql.org/docs/18/storage-file-layout.html
  const [pid, , , port, socketFolder, tcpAddress, , status] = content.split("\n");
  if (!pid || !port || socketFolder === undefined || tcpAddress === undefined) return null;
  const host = process.platform === "win32" ? tcpAddress : resolve(cluster.folder, socketFolder);
  const ready = status?.trim() === "ready";
  return { pid: Number(pid), address: { host, port: Number(port) }, ready, content };
}

/** Whether the server that wrote the file is alive, and not another process with its number. */
export async function isServing(cluster: Cluster, { pid }: PostmasterFile): Promise<boolean> {
  if (process.platform === "linux") {
    // A server enters its data folder before it writes the file.
    return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === cluster.folder;
  }
  const [command, commandArguments] =
    process.platform === "win32"
      ? ["tasklist", ["/NH", "/FI", `PID eq ${pid}`]]
      : ["ps", ["-o", "comm=", "-p", String(pid)]];
  const found = await promisify(execFile)(command, commandArguments).catch(() => null);
  return found?.stdout.includes("postgres") ?? false;
}

/**
 * Removes the file of a dead server where PostgreSQL would not: PostgreSQL considers the server alive if another
 * process of the same owner now has its process id, or if the killed process has not been reaped. Puts the file back if
 * it has changed meanwhile because a server has just started. Even then, two servers never share the data: a block of
 * shared memory guards it as well.
 */
export async function removeStaleFiles(cluster: Cluster, stale: PostmasterFile): Promise<void> {
  if (!numberIsTaken(stale.pid)) return;
  const file = pathOf(cluster);
  const aside = `${file}.stale-${process.pid}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, "utf8")) !== stale.content) return rename(aside, file);
  const { host, port } = stale.address;
  if (host.startsWith("/")) await rm(join(host, `.s.PGSQL.${port}.lock`), { force: true });
  await rm(aside);
}

function numberIsTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function pathOf({ folder }: Cluster): string {
  return join(folder, "postmaster.pid");
}
