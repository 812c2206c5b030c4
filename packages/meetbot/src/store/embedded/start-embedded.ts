import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Address } from "./address.ts";
import { checkVersion } from "./check-version.ts";
import { type Cluster, clusterAt } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { findPrograms } from "./find-programs.ts";
import { initialize, passageMode } from "./initialize.ts";
import { readPassword } from "./passwords.ts";
import { serverOwner } from "./server-owner.ts";
import { stay } from "./stay.ts";

export interface EmbeddedOptions {
  /** Meetbot's data folder, made if absent. The database lies in `postgres` below it. */
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
 * folder. The server keeps no process alive; it outlives one that is killed, for the next to join.
 */
export async function startEmbedded({ dataDir, log }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const startedAt = performance.now();
  try {
    const cluster = await openCluster(dataDir);
    const { address, end } = await stay(cluster, log);
    const password = await readPassword(cluster.home, "meetbot");
    log.info({ dataDir, ms: Math.round(performance.now() - startedAt) }, "database ready");
    return {
      connection: { ...address, user: "meetbot", password, database: "meetbot" },
      stop: end,
    };
  } catch (error) {
    throw explained(dataDir, error);
  }
}

async function openCluster(dataDir: string): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true, mode: passageMode });
  const folder = await realpath(dataDir);
  const home = join(folder, "postgres");
  const { folder: programs, major } = await findPrograms(folder);
  const cluster = clusterAt(home, programs, await serverOwner(join(home, "cluster")));
  await initialize(cluster);
  await checkVersion(cluster, major);
  return cluster;
}

/** What the system refuses here, it refuses for the folder's sake: closed, read-only, full. */
function explained(dataDir: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  return new EmbeddedDatabaseError(
    "folder_unusable",
    `Meetbot's own database cannot use the folder ${dataDir}: ${error.message}. Let the one who runs Meetbot own that folder and have room in it, or name another in MEETBOT_DATA_DIR.`,
    { cause: error },
  );
}
