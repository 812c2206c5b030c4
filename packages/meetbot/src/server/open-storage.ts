import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { createLookupKey, type LookupKey } from "../secrets/lookup-key.ts";
import { loadOrCreateKeyFile, parseMasterKey } from "../secrets/master-key.ts";
import { startEmbedded } from "../store/embedded/start-embedded.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";

/** The operator's PostgreSQL cannot be reached at all. */
export class DatabaseUnreachableError extends Error {
  override name = "DatabaseUnreachableError";
  readonly code = "database_unreachable";
  constructor(cause: NodeJS.ErrnoException) {
    super(
      `The PostgreSQL server of MEETBOT_DATABASE_URL cannot be reached (${cause.code}). Start it, or correct the host and port in the variable.`,
      { cause },
    );
  }
}

/** The store, and the key that codes are hashed with; both hang on the master key. */
export interface Storage {
  store: Store;
  codeKey: LookupKey;
  close(): Promise<void>;
}

/** Opens the store on the operator's PostgreSQL, or on one started (or joined) below the data folder. */
export async function openStorage(config: Config, log: Logger): Promise<Storage> {
  if (config.databaseUrl) {
    const masterKey = parseMasterKey(config.masterKey ?? "");
    const store = await openStore({ connection: config.databaseUrl, masterKey, log }).catch(
      (cause: NodeJS.ErrnoException) => {
        if (cause.syscall === undefined) throw cause;
        throw new DatabaseUnreachableError(cause);
      },
    );
    return { store, codeKey: createLookupKey(masterKey, "code"), close: () => store.close() };
  }
  const database = await startEmbedded({ dataDir: config.dataDir, log });
  try {
    const masterKey = config.masterKey
      ? parseMasterKey(config.masterKey)
      : await loadOrCreateKeyFile(join(config.dataDir, "master.key"));
    const store = await openStore({ connection: database.connection, masterKey, log });
    return {
      store,
      codeKey: createLookupKey(masterKey, "code"),
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
