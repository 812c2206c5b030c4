import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import type { Programs } from "./find-programs.ts";

/** Returns the major version of the PostgreSQL that wrote a data folder; null if there is none yet. */
export async function writtenBy(folder: string): Promise<number | null> {
  try {
    return Number(await readFile(join(folder, "PG_VERSION"), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const forward = "Move it to that version: meetbot upgrade-store.";
const back =
  "Start the newer Meetbot that wrote it; there is no way back but a backup from before.";

/**
 * Checks the version of the data before PostgreSQL starts, as it reads only data of its own major version. Throws an
 * {@link EmbeddedDatabaseError} that names both versions.
 */
export async function checkVersion(folder: string, { major, from }: Programs): Promise<void> {
  const written = await writtenBy(folder);
  if (written === major) return;
  const here = from === "npm" ? "this Meetbot brings" : "this machine has";
  throw new EmbeddedDatabaseError(
    "version_mismatch",
    `The database in ${folder} was written by PostgreSQL ${written}, and ${here} PostgreSQL ${major}, which cannot read it. ${(written ?? 0) < major ? forward : back} If it was the system's own, installing it again will do too (on Debian and Ubuntu: apt install postgresql-${written}).`,
  );
}
