import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import { reachDatabase } from "../../features/backup/files/reach-database.ts";

/** PostgreSQL needs a moment to see that a demo which was killed is gone. */
const goneWithinMs = 1_000;

const lockNotAvailable = "55P03";

/**
 * Locks the data for one demo, however it ends; returns a function that releases the lock. Throws a `CommandError` if
 * another demo uses the data: this one would take over its bot, and then neither would answer.
 */
export async function holdData(config: Config, log: Logger): Promise<() => Promise<void>> {
  const { client, close } = await reachDatabase(config, log);
  try {
    await client.query(`set lock_timeout = ${goneWithinMs}`);
    await client.query("select pg_advisory_lock(hashtextextended('meetbot demo', 0))");
    return close;
  } catch (error) {
    await close();
    if ((error as { code?: string }).code !== lockNotAvailable) throw error;
    const place = config.databaseUrls ? "the database of MEETBOT_DATABASE_URL" : config.dataDir;
    throw new CommandError(
      `A demo runs on ${place} already, and both would be one bot. Stop it first (Ctrl-C where it runs), or give this one data of its own: --data <folder>.`,
    );
  }
}
