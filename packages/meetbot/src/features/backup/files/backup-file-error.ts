export type BackupFileErrorCode =
  | "file_exists"
  | "file_missing"
  | "file_unusable"
  | "disk_full"
  | "not_a_backup"
  | "passphrase_wrong"
  | "passphrase_missing"
  | "master_key_missing"
  | "master_key_other"
  | "no_data"
  | "in_use";

/** A backup's file, key or passphrase cannot be used; the message says why and what to do. */
export class BackupFileError extends Error {
  override name = "BackupFileError";
  readonly code: BackupFileErrorCode;

  constructor(code: BackupFileErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** PostgreSQL's limits and the system's: no room, a file as long as it may be, a quota. */
const fullCodes = new Set(["ENOSPC", "EFBIG", "EDQUOT"]);

/** Turns a system error about a backup's file into words that say what to do; returns any other error unchanged. */
export function explainFile(path: string, error: unknown): unknown {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (code && fullCodes.has(code)) {
    return new BackupFileError(
      "disk_full",
      `There is no room for the backup beside ${path}: the disk is full. Nothing was left there; make room, or name a file on another disk.`,
      { cause: error },
    );
  }
  if (syscall === undefined) return error;
  if (code === "EEXIST") return alreadyThere(path);
  if (code === "ENOENT") {
    return new BackupFileError(
      "file_missing",
      `There is no such file or folder: ${path}. Correct the name, or make the folder first.`,
    );
  }
  return new BackupFileError(
    "file_unusable",
    `The file ${path} cannot be used: ${message}. Name another one, or let the one who runs this read and write there.`,
    { cause: error },
  );
}

/** Returns the error for an existing file: a backup never silently overwrites another. */
export function alreadyThere(path: string): BackupFileError {
  return new BackupFileError(
    "file_exists",
    `There is a file already: ${path}. Name another one, or say --force to replace it.`,
  );
}
