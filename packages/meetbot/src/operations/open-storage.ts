import { join } from "node:path";
import { type FreeSpace, freeSpaceAt } from "@meetbot/embedded-postgres/free-space.ts";
import { startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { NoPrimaryError } from "../platform/postgres/clients.ts";
import { loadOrCreateKeyFile } from "../secrets/key-file.ts";
import { parseKeyRing } from "../secrets/key-ring.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";

/** The operator's PostgreSQL cannot be reached at all. */
class DatabaseUnreachableError extends Error {
  override name = "DatabaseUnreachableError";
  readonly code = "database_unreachable";
  constructor(cause: NodeJS.ErrnoException) {
    super(
      cause instanceof NoPrimaryError
        ? `${cause.message}. Start the primary, or correct the hosts and ports in MEETBOT_DATABASE_URL.`
        : `The PostgreSQL server of MEETBOT_DATABASE_URL cannot be reached (${cause.code}). Start it, or correct the host and port in the variable.`,
      { cause },
    );
  }
}

/** Returns a connection error in words that say what to do; returns any other error unchanged. */
export function explainConnection(cause: NodeJS.ErrnoException): Error {
  const isUnreachable = cause.syscall !== undefined || cause instanceof AggregateError;
  return isUnreachable ? new DatabaseUnreachableError(cause) : cause;
}

/** The store, and how to close it with all that was started for it. */
export interface Storage {
  store: Store;
  /** Free space of the disk that holds the database; `null` if the database is on a server of the operator. */
  freeSpace: (() => Promise<FreeSpace>) | null;
  close(): Promise<void>;
}

/**
 * Opens the store on the operator's PostgreSQL, or on one started (or joined) below the data folder. Throws a {@link
 * DatabaseUnreachableError} if the operator's PostgreSQL does not answer, an `EmbeddedDatabaseError` if the embedded
 * one does not start, a `MasterKeyError` if a master key cannot be used, and the errors of {@link openStore}.
 */
export async function openStorage(config: Config, log: Logger): Promise<Storage> {
  if (config.databaseUrls) {
    const keyRing = parseKeyRing(config.masterKey ?? "");
    const { databaseUrls: connection, listenUrls: listenConnection } = config;
    const store = await openStore({ connection, listenConnection, keyRing, log }).catch(
      (cause: NodeJS.ErrnoException) => {
        throw explainConnection(cause);
      },
    );
    return { store, freeSpace: null, close: () => store.close() };
  }
  const database = await startEmbedded({ dataDir: config.dataDir, log });
  try {
    const keyRing = config.masterKey
      ? parseKeyRing(config.masterKey)
      : await loadOrCreateKeyFile(join(config.dataDir, "master.key"));
    const store = await openStore({ connection: database.connection, keyRing, log });
    return {
      store,
      freeSpace: () => freeSpaceAt(config.dataDir),
      async close() {
        await store.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
