import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Removes the empty database of a data folder that was made for a failed operation. Leaves a running database, because
 * another process uses it by now.
 */
export async function removeUnused(dataDir: string): Promise<void> {
  const home = join(dataDir, "postgres");
  if (existsSync(join(home, "cluster/postmaster.pid"))) return;
  // In one step, so that a process that starts at this moment creates a new database instead of reading half of this
  // one.
  const leaving = `${home}-removed-${process.pid}`;
  await rename(home, leaving);
  await rm(leaving, { recursive: true, force: true });
}
