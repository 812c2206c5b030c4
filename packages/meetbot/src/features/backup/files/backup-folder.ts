import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { explainFile } from "./backup-file-error.ts";

/** Matches backups named by {@link pathIn}; sorting these names also sorts them by time. */
const ownName = /^meetbot-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/;

/** The name that `writeFileWhole` gives such a backup until it is complete. */
const draftName = /^\.meetbot-\d{4}-[\dTZ-]{1,20}\.backup\.[0-9a-f]{8}\.part$/;

/** A draft that has not grown for this long has no process that writes it. */
const abandonedAfterMs = 3_600_000;

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null))?.isDirectory() === true;

/** Returns the path in a backup folder for a backup made at the given time. */
export function pathIn(folder: string, now: Date): string {
  const time = now.toISOString().replace(/\.\d+/, "").replaceAll(":", "-");
  return join(folder, `meetbot-${time}.backup`);
}

/**
 * Removes the oldest backups of a folder until `copies` are left, as well as drafts of killed backups; other files
 * stay. Returns how many backups it removed. Throws a `BackupFileError` if the folder cannot be changed.
 */
export async function removeOldCopies(folder: string, copies: number): Promise<number> {
  try {
    const names = await readdir(folder);
    for (const draft of names.filter((name) => draftName.test(name))) {
      const path = join(folder, draft);
      // The draft is gone if another backup has just been completed.
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > abandonedAfterMs) await rm(path, { force: true });
    }
    const whole = names.filter((name) => ownName.test(name)).sort();
    const old = whole.slice(0, -copies);
    for (const name of old) await rm(join(folder, name));
    return old.length;
  } catch (error) {
    throw explainFile(folder, error);
  }
}
