import { once } from "node:events";
import { chown, lstat, mkdtemp, rmdir } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cluster } from "./cluster.ts";

/** Where the server listens, in pg's terms: a host that begins with "/" is the socket's folder. */
export interface Address {
  host: string;
  port: number;
}

/** On Unix the port is no port, only the end of the socket's name. */
const socketPort = 5432;

/**
 * The longest path of a socket in bytes: 107 on Linux, 103 on macOS and BSD (`sun_path` less its
 * closing zero, unix(7) and unix(4)).
 */
const maxSocketPathLength = 103;

/** Chooses the address on which a starting server listens; `last` is the previous server's address. */
export async function chooseAddress(cluster: Cluster, last: Address | null): Promise<Address> {
  // Node has no Unix sockets on Windows.
  if (process.platform === "win32") return { host: "127.0.0.1", port: await freePort(last?.port) };
  const path = join(cluster.folder, `.s.PGSQL.${socketPort}`);
  if (Buffer.byteLength(path) <= maxSocketPathLength)
    return { host: cluster.folder, port: socketPort };
  const again = last !== null && (await isPrivate(cluster, last.host));
  return { host: again ? last.host : await makeShortFolder(cluster), port: socketPort };
}

/** Removes the short folder of an address, if it has one and it is empty. */
export async function releaseAddress(cluster: Cluster, { host }: Address): Promise<void> {
  if (process.platform === "win32" || host === cluster.folder) return;
  await rmdir(host).catch(() => {});
}

/** Creates a folder with an unguessable name, closed to other users from the start. */
async function makeShortFolder({ owner }: Cluster): Promise<string> {
  // Root's own temporary folder can be closed to the server's owner.
  const folder = await mkdtemp(join(owner ? "/tmp" : tmpdir(), "meetbot-"));
  if (owner) await chown(folder, owner.uid, owner.gid);
  return folder;
}

/** After a restart of the machine, another user may have created a folder of the old name. */
async function isPrivate({ owner }: Cluster, folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  if (!found?.isDirectory()) return false;
  return found.uid === (owner?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0;
}

/** Returns the wanted port if it is free, so that clients which use it can keep it; else any free port. */
async function freePort(wanted = 0): Promise<number> {
  const server = createServer().listen(wanted, "127.0.0.1");
  try {
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch {
    return freePort();
  } finally {
    server.close();
  }
}
