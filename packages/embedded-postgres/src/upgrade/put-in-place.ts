import { access, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";

/** Name of a complete new database, from the moment it is ready to replace the old one. */
const upgraded = (home: string) => `${home}.upgraded`;

/**
 * Replaces the database here with one that was created in another data folder; returns the name under which the old one
 * is kept, which contains its PostgreSQL version. Both have stopped. If the process is killed in between, {@link
 * finishUpgrade} completes the rest. Throws an {@link EmbeddedDatabaseError} if the old one runs.
 */
export async function putInPlace(dataDir: string, made: string, from: number): Promise<string> {
  const home = join(dataDir, "postgres");
  if (await exists(join(home, "cluster/postmaster.pid"))) throw inUse(dataDir);
  await rm(upgraded(home), { recursive: true, force: true });
  await rename(join(made, "postgres"), upgraded(home));
  const kept = await freeName(`${home}-${from}-kept`);
  await rename(home, kept);
  await rename(upgraded(home), home);
  return kept;
}

/** Completes an upgrade that was interrupted between renaming the old database and renaming the new one. */
export async function finishUpgrade(home: string): Promise<void> {
  if ((await exists(home)) || !(await exists(upgraded(home)))) return;
  await rename(upgraded(home), home).catch(async (error: unknown) => {
    // Another process has just done it.
    if (!(await exists(home))) throw error;
  });
}

async function freeName(name: string, number = 1): Promise<string> {
  const tried = number === 1 ? name : `${name}-${number}`;
  return (await exists(tried)) ? freeName(name, number + 1) : tried;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function inUse(dataDir: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    "stop_failed",
    `Another Meetbot has started on the database in ${dataDir} meanwhile. Stop it, and run this again. Nothing was changed.`,
  );
}
