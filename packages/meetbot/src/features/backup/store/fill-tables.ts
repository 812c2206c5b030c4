import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type ClientBase, escapeIdentifier } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { damaged } from "./backup-error.ts";
import type { BackupRecord } from "./backup-record.ts";

/** The records after the manifest, read one by one. */
export type Records = AsyncIterator<BackupRecord, unknown, undefined>;

/** How rows are added to those already in the database. */
export interface FillRules {
  beforeTable?(client: ClientBase, name: string): Promise<void>;
  setCounters(client: ClientBase, last: Record<string, string | null>): Promise<void>;
}

/** Stores all records of a backup or of a moving bot. Throws a `BackupError` if they are incomplete. */
export async function fillTables(client: ClientBase, records: Records, rules: FillRules) {
  let [tables, rows] = [0, 0];
  for (;;) {
    const { done, value: record } = await records.next();
    if (done) throw damaged("it ends too early");
    const { type, value } = record as BackupRecord;
    if (type === "table") {
      await rules.beforeTable?.(client, value.name);
      rows += await fillTable(client, value.name, value.columns, records);
      tables++;
    } else if (type === "counters") {
      await rules.setCounters(client, value.last);
    } else if (type === "end") {
      if (value.tables !== tables || value.rows !== rows) throw damaged("rows are missing");
      // The backup's last piece confirms that it is complete.
      if (!(await records.next()).done) throw damaged("something follows its end");
      return { tables, rows };
    } else {
      throw damaged("its parts are in the wrong order");
    }
  }
}

async function fillTable(
  client: ClientBase,
  name: string,
  columns: string[],
  records: Records,
): Promise<number> {
  const list = columns.map(escapeIdentifier).join(", ");
  const copy = client.query(copyFrom(`copy ${escapeIdentifier(name)} (${list}) from stdin`));
  let wanted = -1;
  async function* rows() {
    for (;;) {
      const { done, value: record } = await records.next();
      if (done) throw damaged(`it ends within ${name}`);
      const { type, value } = record as BackupRecord;
      if (type === "rows") yield value;
      else if (type === "tableEnd") {
        wanted = value.rows;
        return;
      } else throw damaged("its parts are in the wrong order");
    }
  }
  await pipeline(Readable.from(rows()), copy);
  if (copy.rowCount !== wanted) throw damaged(`rows of ${name} are missing`);
  return wanted;
}
