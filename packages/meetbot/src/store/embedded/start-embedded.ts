import { mkdir, readFile, realpath } from "node:fs/promises";
import { join as joinPath } from "node:path";
import type { Logger } from "pino";
import { type Address, releaseAddress } from "./address.ts";
import { checkVersion } from "./check-version.ts";
import { type Cluster, clusterAt, passwordFile } from "./cluster.ts";
import { findPrograms } from "./find-programs.ts";
import { initialize } from "./initialize.ts";
import { join } from "./join.ts";
import { serverOwner } from "./server-owner.ts";
import { stopServer } from "./stop-server.ts";

export interface EmbeddedOptions {
  /** Meetbot's data folder; made if absent. The database lies in `postgres` below it. */
  dataDir: string;
  log: Pick<Logger, "info" | "warn">;
}

/** A running PostgreSQL of Meetbot's own. */
export interface EmbeddedDatabase {
  /** For pg's Pool: Meetbot's role, which owns the database and is no superuser. */
  connection: Address & { user: string; password: string; database: string };
  /** Leaves the server, and stops it if no other process uses it. Close your pools first. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, or joins the one that already runs in this data
 * folder. The server does not keep this process alive, and outlives it if it is killed.
 */
export async function startEmbedded({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(dataDir);
  const presence = await join(cluster);
  log.info({ dataDir }, "database ready");
  return {
    connection: {
      ...presence.address,
      user: "meetbot",
      password: await readFile(passwordFile(cluster.home, "meetbot"), "utf8"),
      database: "meetbot",
    },
    async stop() {
      if (await presence.leave()) {
        await stopServer(cluster);
        await releaseAddress(cluster, presence.address);
      }
      await presence.close();
    },
  };
}

async function openCluster(dataDir: string): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const home = joinPath(await realpath(dataDir), "postgres");
  const programs = await findPrograms(dataDir);
  const owner = await serverOwner(joinPath(home, "cluster"));
  const cluster = clusterAt(home, programs.folder, owner);
  await initialize(cluster);
  await checkVersion(cluster, programs.major);
  return cluster;
}
