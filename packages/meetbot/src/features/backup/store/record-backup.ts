import type { OperatorAction } from "@meetbot/model/operator.ts";
import type { ClientBase } from "pg";

/** A backup's entry in the operators' log. */
export interface BackupEntry {
  /** The file's name, without its folder. */
  name: string;
  /** The data is as it was at this moment. */
  takenAt: string;
  /** The last migration step of the backup's tables. */
  step: string;
}

/** A database that can only be read, as a standby can; or one from before there was such a log. */
const unwritable = ["25006", "42P01"];

/**
 * Records in the operators' log that all data was backed up or restored. Returns false if the log cannot be written.
 */
export async function recordBackup(
  client: ClientBase,
  action: Extract<OperatorAction, "backup_made" | "backup_restored">,
  { name, takenAt, step }: BackupEntry,
): Promise<boolean> {
  const detail = JSON.stringify({ file: name, taken_at: takenAt, step });
  try {
    await client.query(
      "insert into operator_audit (actor, action, detail) values ('command line', $1, $2)",
      [action, detail],
    );
    return true;
  } catch (error) {
    if (unwritable.includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
}
