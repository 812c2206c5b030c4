import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Address } from "./cluster/address.ts";
import { type Cluster, clusterAt } from "./cluster/cluster.ts";
import { EmbeddedDatabaseError } from "./cluster/embedded-database-error.ts";
import { initialize, passageMode } from "./cluster/initialize.ts";
import { readPassword } from "./cluster/passwords.ts";
import { checkVersion, writtenBy } from "./programs/check-version.ts";
import { debianFolder, findPrograms, type Programs, programsAt } from "./programs/find-programs.ts";
import { serverOwner } from "./server/server-owner.ts";
import { stay } from "./sharing/stay.ts";
import { takeOver } from "./sharing/take-over.ts";
import { finishUpgrade } from "./upgrade/put-in-place.ts";

export interface EmbeddedOptions {
  /** Meetbot's data folder, created if absent. The database is in its `postgres` folder. */
  dataDir: string;
  log: Pick<Logger, "info" | "warn">;
  /** The folder of the system's PostgreSQL, if it differs from Debian's. */
  systemFolder?: string;
  /** A folder with the PostgreSQL that is to run, whichever others there are. */
  programs?: string;
}

/** A running PostgreSQL of Meetbot's own. */
export interface EmbeddedDatabase {
  /** For pg's Pool: Meetbot's role, which owns the database and is no superuser. */
  connection: Address & { user: string; password: string; database: string };
  /** Leaves the server, and stops it if no other process uses it. Close your pools first. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL, the system's or the one that npm installed, or joins the one that already runs in this data
 * folder. The server keeps no process alive; it outlives a killed process, and the next one joins it. Throws an {@link
 * EmbeddedDatabaseError} that says what to do if the folder, the programs or the server cannot be used.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { dataDir, log } = options;
  const startedAt = performance.now();
  try {
    const { cluster, programs } = await openCluster(options);
    const { address, end } = await stay(cluster, log);
    const password = await readPassword(cluster.home, "meetbot");
    const postgresql = { postgresql: programs.major, from: programs.from };
    log.info(
      { dataDir, ...postgresql, ms: Math.round(performance.now() - startedAt) },
      "database ready",
    );
    return {
      connection: { ...address, user: "meetbot", password, database: "meetbot" },
      stop: end,
    };
  } catch (error) {
    throw explained(dataDir, error);
  }
}

interface OpenedCluster {
  cluster: Cluster;
  programs: Programs;
}

async function openCluster(options: EmbeddedOptions): Promise<OpenedCluster> {
  const { log, systemFolder = debianFolder } = options;
  await mkdir(options.dataDir, { recursive: true, mode: passageMode });
  const dataDir = await realpath(options.dataDir);
  const home = join(dataDir, "postgres");
  await finishUpgrade(home);
  const written = await writtenBy(join(home, "cluster"));
  const programs = options.programs
    ? await programsAt(options.programs, dataDir)
    : await findPrograms({ dataDir, writtenBy: written, systemFolder });
  const cluster = clusterAt(home, programs.folder, await serverOwner(home, log));
  await initialize(cluster);
  await checkVersion(cluster.folder, programs);
  return { cluster: await takeOver(cluster, log), programs };
}

/** System errors here come from the folder: closed, read-only, full. */
function explained(dataDir: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  return new EmbeddedDatabaseError(
    "folder_unusable",
    `Meetbot's own database cannot use the folder ${dataDir}: ${error.message}. Let the one who runs Meetbot own that folder and have room in it, or name another in MEETBOT_DATA_DIR.`,
    { cause: error },
  );
}
