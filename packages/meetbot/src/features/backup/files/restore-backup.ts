import { removeUnused } from "@meetbot/embedded-postgres/remove-unused.ts";
import type { Logger } from "pino";
import type { Config } from "../../../config.ts";
import { createKeyFile } from "../../../secrets/key-file.ts";
import { type KeyRing, keyUnknown, parseKeyRing } from "../../../secrets/key-ring.ts";
import type { Manifest } from "../store/backup-record.ts";
import { type Loaded, loadDatabase } from "../store/load-database.ts";
import { BackupFileError } from "./backup-file-error.ts";
import { checkSteps, type OpenedBackup } from "./open-backup.ts";
import { keyFileOf, makesDatabase, reachDatabase } from "./reach-database.ts";

export interface RestoreWish {
  /** The master keys of this installation; `null` when it has none, and those in the backup go into the key file. */
  keyRing: KeyRing | null;
  /** Whether the data moves here: nothing has run on it since the backup, so this node sends what waits. */
  isMoved: boolean;
}

export interface Restored extends Loaded {
  /** The file that now holds the backup's master keys; `null` when this installation had its own. */
  keyFile: string | null;
}

/**
 * Restores a backup into the configured database, which must be empty. On failure throws a `BackupError`, a {@link
 * BackupFileError} or a `SealError` and leaves the database empty, or removes it if this call created it.
 */
export async function restoreBackup(
  { name, manifest, records }: OpenedBackup,
  config: Config,
  log: Logger,
  { keyRing: found, isMoved }: RestoreWish,
): Promise<Restored> {
  await checkSteps(manifest);
  const keyRing = found ?? keysOf(manifest);
  const missing = manifest.keyIds.find((used) => !keyRing.some(({ id }) => id === used));
  if (missing !== undefined) throw keyUnknown(missing, keyRing);
  const isMade = await makesDatabase(config);
  const reached = await reachDatabase(config, log);
  let isDone = false;
  try {
    const loaded = await loadDatabase(reached.client, manifest, records, {
      ...{ keyRing, isMoved, fileName: name },
      // Saves the keys before the data that they seal.
      beforeCommit: async () => {
        if (!found) await createKeyFile(keyFileOf(config), ...textsOf(keyRing));
      },
    });
    isDone = true;
    return { ...loaded, keyFile: found ? null : keyFileOf(config) };
  } finally {
    await reached.close();
    if (isMade && !isDone) await removeUnused(config.dataDir);
  }
}

function keysOf({ masterKeys }: Manifest): KeyRing {
  if (masterKeys !== null) return parseKeyRing(masterKeys, "The backup");
  throw new BackupFileError(
    "master_key_missing",
    "There is no master key here: set MEETBOT_MASTER_KEY, or put the file master.key back into the data folder.",
  );
}

const textsOf = (ring: KeyRing): string[] => ring.map(({ bytes }) => bytes.toString("base64"));
