import { access } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { writtenBy } from "../programs/check-version.ts";
import { debianFolder, findPrograms } from "../programs/find-programs.ts";
import { olderPackage } from "../programs/older-package.ts";

/** The old and the new major version of PostgreSQL, and the folder of the old one's programs. */
export interface UpgradePlan {
  dataDir: string;
  from: number;
  to: number;
  programs: string;
}

interface UpgradeOptions {
  dataDir: string;
  /** A folder with the PostgreSQL that wrote the data, laid out as npm or the system does. */
  programs?: string;
  systemFolder?: string;
}

/**
 * Returns what an upgrade of the data would do; `null` if nothing, because a new database would run on the same
 * version. Throws an {@link EmbeddedDatabaseError} if there is no data, a newer PostgreSQL wrote it, or the old
 * programs are missing.
 */
export async function planUpgrade(options: UpgradeOptions): Promise<UpgradePlan | null> {
  const { dataDir, systemFolder = debianFolder } = options;
  const from = await writtenBy(join(dataDir, "postgres/cluster"));
  if (from === null) {
    throw new EmbeddedDatabaseError(
      "folder_unusable",
      `There is no database of Meetbot's own in ${dataDir}: name its data folder in MEETBOT_DATA_DIR. A PostgreSQL server of yours is upgraded by its own tools.`,
    );
  }
  const { major: to } = await findPrograms({ dataDir, writtenBy: null, systemFolder });
  if (from === to) return null;
  if (from > to) throw newerData(dataDir, from, to);
  const ofSystem = join(systemFolder, String(from));
  const programs = options.programs ?? ((await hasServer(ofSystem)) ? ofSystem : null);
  if (programs === null) throw programsMissing(from, to);
  return { dataDir, from, to, programs };
}

async function hasServer(folder: string): Promise<boolean> {
  return access(join(folder, "bin/postgres")).then(
    () => true,
    () => false,
  );
}

function newerData(dataDir: string, from: number, to: number): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    "version_mismatch",
    `The database in ${dataDir} was written by PostgreSQL ${from}, which is newer than PostgreSQL ${to}, the newest here. There is no way back: start the newer Meetbot again, or restore a backup into a new data folder.`,
  );
}

function programsMissing(from: number, to: number): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    "programs_missing",
    `The data was written by PostgreSQL ${from}, and only that can read it for PostgreSQL ${to}. ${olderPackage(from)} Nothing was changed.`,
  );
}
