import { mkdtemp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { freeSpaceAt } from "@meetbot/embedded-postgres/free-space.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import { planUpgrade, type UpgradePlan } from "@meetbot/embedded-postgres/upgrade/plan-upgrade.ts";
import { putInPlace } from "@meetbot/embedded-postgres/upgrade/put-in-place.ts";
import type { Client } from "pg";
import type { Logger } from "pino";
import type { Config } from "../../../config.ts";
import { version } from "../../../version.ts";
import { damaged } from "../store/backup-error.ts";
import { dumpDatabase } from "../store/dump-database.ts";
import { type Loaded, loadDatabase } from "../store/load-database.ts";
import { BackupFileError } from "./backup-file-error.ts";
import { reachEmbedded } from "./reach-database.ts";

/** Where the PostgreSQL that wrote the data is, and where the system keeps its own, if not where Debian does. */
export interface UpgradeWish {
  programs?: string;
  systemFolder?: string;
}

/** What was upgraded; `null` when the data already has the running version. */
export interface Upgraded extends Loaded {
  from: number;
  to: number;
  /** The folder with the data as it was. */
  kept: string;
}

/**
 * Moves the embedded database to the PostgreSQL version that a new one would use: the version that wrote the data reads
 * it, and it is written to a new database beside the old one, which then replaces it. On failure throws an
 * `EmbeddedDatabaseError` or a {@link BackupFileError} and leaves the data unchanged.
 */
export async function upgradeStore(
  { dataDir }: Pick<Config, "dataDir">,
  log: Logger,
  wish: UpgradeWish = {},
): Promise<Upgraded | null> {
  const plan = await planUpgrade({ dataDir, ...wish });
  if (plan === null) return null;
  await checkOwner(dataDir);
  const aside = await mkdtemp(join(dataDir, "upgrading-"));
  try {
    const loaded = await moveAll(plan, aside, log, wish.systemFolder);
    const kept = await putInPlace(dataDir, aside, plan.from);
    return { ...loaded, ...{ from: plan.from, to: plan.to, kept } };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function moveAll(
  { dataDir, programs }: UpgradePlan,
  aside: string,
  log: Logger,
  systemFolder: string | undefined,
): Promise<Loaded> {
  const system = systemFolder === undefined ? {} : { systemFolder };
  const older = await reachEmbedded(await startEmbedded({ dataDir, log, programs }));
  try {
    await checkAlone(older.client);
    await checkRoom(older.client, dataDir);
    const newer = await reachEmbedded(await startEmbedded({ dataDir: aside, log, ...system }));
    try {
      return await move(older.client, newer.client);
    } finally {
      await newer.close();
    }
  } finally {
    await older.close();
  }
}

async function move(older: Client, newer: Client): Promise<Loaded> {
  const wish = { meetbot: version, masterKeys: null, holdsWriters: true };
  const records = dumpDatabase(older, wish);
  const first = await records.next();
  if (first.done || first.value.type !== "manifest") throw damaged("it has no beginning");
  return loadDatabase(newer, first.value.value, records, { keyRing: null, isMoved: true });
}

/** Checks that no other Meetbot uses the database: whatever it writes from now on would be left behind. */
async function checkAlone(client: Client): Promise<void> {
  const { rows } = await client.query(`
    select from pg_stat_activity
    where usename = current_user and pid <> pg_backend_pid()
      and (datname = current_database() or application_name = 'meetbot presence')`);
  // This process shows that it uses the server too.
  if (rows.length <= 1) return;
  throw new BackupFileError(
    "in_use",
    "Another Meetbot runs on this data. Stop all that do, the server and every command, and run this again. Nothing was changed.",
  );
}

/** Checks for free disk space: the new database needs room beside the old one, and grows while it is filled. */
async function checkRoom(client: Client, dataDir: string): Promise<void> {
  const { rows } = await client.query<{ bytes: string }>(
    "select pg_database_size(current_database()) as bytes",
  );
  const wanted = Number(rows[0]?.bytes) * 1.5;
  const { freeBytes } = await freeSpaceAt(dataDir);
  if (freeBytes >= wanted) return;
  const [needed, free] = [wanted, freeBytes].map((bytes) => Math.ceil(bytes / 2 ** 20));
  throw new BackupFileError(
    "disk_full",
    `There is no room for a second database beside the old one: ${needed} MiB are needed in ${dataDir}, and ${free} MiB are free. Make room and run this again. Nothing was changed.`,
  );
}

/** Checks that the new data will belong to the user who runs Meetbot on it. */
async function checkOwner(dataDir: string): Promise<void> {
  const { uid } = await stat(join(dataDir, "postgres"));
  if (process.getuid === undefined || uid === process.getuid()) return;
  throw new BackupFileError(
    "file_unusable",
    `The data in ${dataDir} belongs to another user of this machine (${uid}). Run this as that user.`,
  );
}
