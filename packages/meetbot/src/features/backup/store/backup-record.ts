import { z } from "zod";
import { damaged } from "./backup-error.ts";

const manifest = z.object({
  /** When, in ISO 8601: the data is as it was at this moment. */
  takenAt: z.iso.datetime(),
  /** The Meetbot that wrote the backup. */
  meetbot: z.string(),
  /** The PostgreSQL version of the source server, such as 18.4. */
  postgresql: z.string(),
  /** The migration steps applied to the database, in order: its tables match the last one. */
  steps: z.array(z.string()).min(1),
  /** The ids of the master keys under which something is sealed. */
  keyIds: z.array(z.string()),
  /** The master keys in the format of `MEETBOT_MASTER_KEY`, if the operator asked to include them. */
  masterKeys: z.string().nullable(),
});

const table = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
const tableEnd = z.object({ rows: z.int() });
/** The last number that each counter gave out, as text; null: none yet. */
const counters = z.object({ last: z.record(z.string(), z.string().nullable()) });
const end = z.object({ tables: z.int(), rows: z.int() });

/** The first record of a backup, which describes it. */
export type Manifest = z.infer<typeof manifest>;

/** The records of a backup, in this order; `rows` belong to the table before them, in COPY's text format. */
export type BackupRecord =
  | { type: "manifest"; value: Manifest }
  | { type: "table"; value: z.infer<typeof table> }
  | { type: "rows"; value: Buffer }
  | { type: "tableEnd"; value: z.infer<typeof tableEnd> }
  | { type: "counters"; value: z.infer<typeof counters> }
  | { type: "end"; value: z.infer<typeof end> };

const described = { manifest, table, tableEnd, counters, end };

/** In the file a record is its letter, its length in 4 bytes, and itself: JSON, or rows as they are. */
const letters: Record<BackupRecord["type"], string> = {
  manifest: "M",
  table: "T",
  rows: "R",
  tableEnd: "E",
  counters: "C",
  end: "Z",
};
const typeOf = new Map(
  Object.entries(letters).map(([type, letter]) => [letter, type as BackupRecord["type"]]),
);
const headBytes = 5;

/**
 * The maximum length of a record, whatever its header claims: COPY sends one row at a time, and no row is that long.
 */
const maxBytes = 512 * 1024 * 1024;

/** Writes records as bytes. */
export async function* writeRecords(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  for await (const { type, value } of records) {
    const body = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value));
    const head = Buffer.alloc(headBytes, letters[type]);
    head.writeUInt32BE(body.length, 1);
    yield head;
    yield body;
  }
}

/** Reads the records that {@link writeRecords} wrote. Throws a `BackupError` for any other input. */
export async function* readRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let wanted = headBytes;
  for await (const chunk of bytes) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < wanted) continue;
    let rest = Buffer.concat(held);
    for (wanted = lengthOf(rest); rest.length >= wanted; wanted = lengthOf(rest)) {
      yield readRecord(rest.subarray(0, wanted));
      rest = rest.subarray(wanted);
    }
    held = [rest];
    heldBytes = rest.length;
  }
  if (heldBytes > 0) throw damaged("it ends within a part");
}

function lengthOf(bytes: Buffer): number {
  if (bytes.length < headBytes) return headBytes;
  const length = bytes.readUInt32BE(1);
  if (length > maxBytes) throw damaged("a part is longer than any can be");
  return headBytes + length;
}

function readRecord(bytes: Buffer): BackupRecord {
  const type = typeOf.get(String.fromCharCode(bytes[0] ?? 0));
  const body = bytes.subarray(headBytes);
  if (type === "rows") return { type, value: body };
  if (type === undefined) throw damaged("it has a part of an unknown kind");
  try {
    const value: unknown = described[type].parse(JSON.parse(body.toString()));
    return { type, value } as BackupRecord;
  } catch (cause) {
    throw damaged(`what it says of ${type} is none`, { cause });
  }
}
