import { join } from "node:path";
import { writtenBy } from "@meetbot/embedded-postgres/programs/check-version.ts";
import { type EmbeddedDatabase, startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import { Client, type ClientConfig } from "pg";
import type { Logger } from "pino";
import type { Config } from "../../../config.ts";
import { explainConnection } from "../../../operations/open-storage.ts";
import { clientsOf } from "../../../platform/postgres/clients.ts";
import { readKeyFile } from "../../../secrets/key-file.ts";
import { type KeyRing, parseKeyRing } from "../../../secrets/key-ring.ts";
import { BackupFileError } from "./backup-file-error.ts";

/** One connection to a database, without starting anything else: no table is touched. */
export interface Reached {
  client: Client;
  close(): Promise<void>;
}

/** Returns the path of a data folder's master key file. */
export const keyFileOf = ({ dataDir }: Pick<Config, "dataDir">) => join(dataDir, "master.key");

/** Returns the master keys in use here, if any, without creating one. Throws a `MasterKeyError`. */
export async function findKeyRing(config: Config): Promise<KeyRing | null> {
  return config.masterKey ? parseKeyRing(config.masterKey) : readKeyFile(keyFileOf(config));
}

/** Whether reaching the database makes one: the data folder has none. */
export const makesDatabase = async ({ databaseUrls, dataDir }: Config): Promise<boolean> =>
  !databaseUrls && (await writtenBy(join(dataDir, "postgres/cluster"))) === null;

/** Throws a {@link BackupFileError} if the data folder has no database to back up. */
export async function checkData(config: Config): Promise<void> {
  if (!(await makesDatabase(config))) return;
  throw new BackupFileError(
    "no_data",
    `There is no database in ${config.dataDir}. Name the data folder of Meetbot in MEETBOT_DATA_DIR, or its PostgreSQL in MEETBOT_DATABASE_URL.`,
  );
}

/**
 * Connects to the operator's PostgreSQL, or to the embedded one in the data folder, joining it if it already runs.
 * Throws a `DatabaseUnreachableError`, an `EmbeddedDatabaseError` or PostgreSQL's own errors.
 */
export async function reachDatabase(config: Config, log: Logger): Promise<Reached> {
  // Bypasses the pooler, if there is one.
  const urls = config.listenUrls ?? config.databaseUrls;
  if (urls) return connect({ connectionString: urls[0] }, clientsOf(urls));
  return reachEmbedded(await startEmbedded({ dataDir: config.dataDir, log }));
}

/** Connects to a database that runs, and leaves it at the end. */
export async function reachEmbedded({ connection, stop }: EmbeddedDatabase): Promise<Reached> {
  try {
    const reached = await connect(connection);
    return {
      client: reached.client,
      async close() {
        await reached.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function connect(config: ClientConfig, Connection = Client): Promise<Reached> {
  const client = new Connection({ ...config, application_name: "meetbot backup", keepAlive: true });
  // Nothing to do here: a running query fails with the connection.
  client.on("error", () => {});
  await client.connect().catch((cause: NodeJS.ErrnoException) => {
    throw explainConnection(cause);
  });
  return { client, close: () => client.end() };
}
