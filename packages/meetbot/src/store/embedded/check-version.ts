import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cluster } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";

/** A PostgreSQL reads only data that its own major version wrote: refuses any other before it tries. */
export async function checkVersion({ folder }: Cluster, major: number): Promise<void> {
  const written = Number(await readFile(join(folder, "PG_VERSION"), "utf8"));
  if (written === major) return;
  throw new EmbeddedDatabaseError(
    "version_mismatch",
    `The database in ${folder} was written by PostgreSQL ${written}, and this Meetbot brings PostgreSQL ${major}, which cannot read it. Start the Meetbot that wrote it, dump the database with pg_dump, and load it into a new data folder.`,
  );
}
