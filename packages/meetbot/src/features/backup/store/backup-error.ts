export type BackupErrorCode =
  | "backup_damaged"
  | "backup_newer"
  | "backup_unknown"
  | "backup_other_key"
  | "database_not_empty"
  | "database_without_tables"
  | "tables_changing";

/** Thrown when a backup cannot be made, read or restored; the message explains why and what to do. */
export class BackupError extends Error {
  override name = "BackupError";
  readonly code: BackupErrorCode;

  constructor(code: BackupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Returns the error for a file that opens but ends too early or has contents that no Meetbot version writes. */
export function damaged(where: string, options?: ErrorOptions): BackupError {
  return new BackupError(
    "backup_damaged",
    `The backup is damaged: ${where}. It was changed, or cut short when it was copied. Nothing was restored; copy it again, or take another one.`,
    options,
  );
}
