import { randomBytes } from "node:crypto";
import { type FileHandle, link, lstat, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { flushFolder } from "../../../secrets/key-file.ts";
import { alreadyThere, BackupFileError, explainFile } from "./backup-file-error.ts";

/**
 * Writes a file that only its owner can read, completely or not at all: the file has another name until all of it is on
 * the disk. Returns its length. Throws a {@link BackupFileError} if the file exists and must not be `replaced`, or
 * cannot be written.
 */
export async function writeFileWhole(
  path: string,
  bytes: AsyncIterable<Buffer>,
  { replaced }: { replaced: boolean },
): Promise<number> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}.part`);
  try {
    const length = await writeDraft(draft, bytes);
    if (replaced) await rename(draft, path);
    else await link(draft, path);
    await flushFolder(dirname(path));
    return length;
  } catch (error) {
    throw explainFile(path, error);
  } finally {
    await rm(draft, { force: true }).catch(() => {});
  }
}

async function writeDraft(draft: string, bytes: AsyncIterable<Buffer>): Promise<number> {
  const file: FileHandle = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Refuses a name that will not do before anything is read. Throws a {@link BackupFileError}. */
export async function checkBackupName(
  path: string,
  { replaced }: { replaced: boolean },
): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found === null) return;
  if (!replaced) throw alreadyThere(path);
  if (found.isFile()) return;
  throw new BackupFileError(
    "file_unusable",
    `${path} is no file, and is not replaced. Name a file for the backup.`,
  );
}
