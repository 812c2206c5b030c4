import { execFile } from "node:child_process";
import { readFile, readlink, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Address } from "./address.ts";
import type { Cluster } from "./cluster.ts";

/** What a server wrote about itself in its data folder, where it stays if the server is killed. */
export interface PostmasterFile {
  pid: number;
  address: Address;
  /** The file as it was read, to know it again. */
  content: string;
}

/** Reads postmaster.pid; null: no server runs, or none has got far enough to be reached. */
export async function readPostmasterFile(cluster: Cluster): Promise<PostmasterFile | null> {
  const content = await readFile(pathOf(cluster), "utf8").catch(() => "");
  // Its lines: pid, data folder, start time, port, socket folder, TCP address, …
  // https://www.postgresql.org/docs/18/storage-file-layout.html
  const [pid, , , port, socketFolder, listenAddress] = content.split("\n");
  if (!pid || !port || listenAddress === undefined) return null;
  const host =
    process.platform === "win32" ? listenAddress : resolve(cluster.folder, socketFolder!);
  return { pid: Number(pid), address: { host, port: Number(port) }, content };
}

/** Whether the server that wrote the file is alive, and not another process with its number. */
export async function isServing(cluster: Cluster, { pid }: PostmasterFile): Promise<boolean> {
  if (process.platform === "linux") {
    // A server is in its data folder from before it writes the file to its end.
    return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === cluster.folder;
  }
  const [command, ...commandArguments] =
    process.platform === "win32"
      ? ["tasklist", "/NH", "/FI", `PID eq ${pid}`]
      : ["ps", "-o", "comm=", "-p", String(pid)];
  const found = await promisify(execFile)(command!, commandArguments).catch(() => null);
  return found?.stdout.includes("postgres") ?? false;
}

/**
 * Removes the file of a server that is gone. PostgreSQL does so itself unless a process of the same
 * owner now has that server's number, or its ended process still waits to be noticed. If the file is
 * another by now, because a server has just started, it is put back. Even without the file two
 * servers never share the data: PostgreSQL guards them by a block of shared memory too.
 */
export async function removeStaleFiles(cluster: Cluster, stale: PostmasterFile): Promise<void> {
  const file = pathOf(cluster);
  const aside = `${file}.stale-${process.pid}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await readFile(aside, "utf8")) !== stale.content) return rename(aside, file);
  await rm(join(stale.address.host, `.s.PGSQL.${stale.address.port}.lock`), { force: true });
  await rm(aside);
}

function pathOf({ folder }: Cluster): string {
  return join(folder, "postmaster.pid");
}
