import { damaged } from "../store/backup-error.ts";
import type { OpenedBackup } from "./open-backup.ts";

/** The contents of a complete backup. */
export interface Checked {
  tables: { name: string; rows: number }[];
  rows: number;
}

/** Reads a backup to its end and counts its contents. Throws a `BackupError` if the backup is incomplete. */
export async function checkBackup({ records }: OpenedBackup): Promise<Checked> {
  const tables: Checked["tables"] = [];
  let name = "";
  for (;;) {
    const { done, value: record } = await records.next();
    if (done) throw damaged("it ends too early");
    if (record.type === "table") name = record.value.name;
    if (record.type === "tableEnd") tables.push({ name, rows: record.value.rows });
    if (record.type !== "end") continue;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const isWhole = record.value.tables === tables.length && record.value.rows === rows;
    if (!isWhole || !(await records.next()).done) throw damaged("rows are missing");
    return { tables, rows };
  }
}
