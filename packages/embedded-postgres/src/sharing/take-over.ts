import { constants } from "node:fs";
import { chown, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Cluster, ServerOwner } from "../cluster/cluster.ts";
import { passwordFile } from "../cluster/passwords.ts";
import { isServing, readPostmasterFile } from "../server/postmaster-file.ts";

/**
 * Gives root's cluster to the user who should run it, if another user owns it: earlier versions ran it as `nobody`, and
 * a copy from another machine has that machine's user IDs. While a server still runs on it, that server is used as it
 * is, and the first start after it ends takes over.
 */
export async function takeOver(cluster: Cluster, log: Pick<Logger, "warn">): Promise<Cluster> {
  const { owner, folder } = cluster;
  if (!owner) return cluster;
  const { uid, gid } = await stat(folder);
  if (uid === owner.uid) return cluster;
  const server = await readPostmasterFile(cluster);
  if (server && (await isServing(cluster, server))) {
    log.warn({ uid }, "database runs as another user until all who use it have stopped");
    return { ...cluster, owner: { uid, gid } };
  }
  await giveAll(folder, uid, owner);
  await chown(passwordFile(cluster.home, "postgres"), 0, 0);
  return cluster;
}

/** The folder first: from then on its former owner cannot enter it. */
async function giveAll(folder: string, from: number, to: ServerOwner): Promise<void> {
  await give(folder, from, to);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await giveAll(path, from, to);
    else if (entry.isFile()) await give(path, from, to);
  }
}

/**
 * Changes only what belongs to the former owner, and through the open file: the folder's former owner may have put a
 * link in it to files of others.
 */
async function give(path: string, from: number, { uid, gid }: ServerOwner): Promise<void> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if ((await file.stat()).uid === from) await file.chown(uid, gid);
  } finally {
    await file.close();
  }
}
