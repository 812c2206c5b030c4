import type { DescribedTable } from "../../features/backup/store/describe-tables.ts";
import type { SealedTable } from "../../platform/parts/sealed-table.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { sealedTables } from "../reseal/sealed-tables.ts";

/** The keys that open the rows read (`from`) and the keys that seal the rows written (`to`). */
export interface MoveKeys {
  from: KeyRing;
  to: KeyRing;
}

const newline = 0x0a;

/**
 * Reseals rows in COPY's text format under the other side's key. Passes on tables without a sealed column unchanged.
 * Throws a `SealError` for a value that does not open.
 */
export async function* resealRows(
  chunks: AsyncIterable<Buffer>,
  { name, columns }: DescribedTable,
  keys: MoveKeys,
): AsyncGenerator<Buffer> {
  const table = sealedTables.find((one) => one.name === name);
  if (!table) {
    yield* chunks;
    return;
  }
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const held = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = held.lastIndexOf(newline) + 1;
    rest = held.subarray(end);
    if (end === 0) continue;
    const lines = held.subarray(0, end).toString().trimEnd().split("\n");
    yield Buffer.from(lines.map((line) => `${resealLine(line, table, columns, keys)}\n`).join(""));
  }
}

function resealLine(line: string, table: SealedTable, columns: string[], keys: MoveKeys): string {
  const cells = line.split("\t");
  const placeOf = (column: string) => columns.indexOf(column);
  const cell = (column: string) => cells[placeOf(column)] ?? "";
  const key = Object.fromEntries(table.key.map((column) => [column, plain(cell(column))]));
  const context = table.contextOf(key);
  const stored = { keyId: cell("key_id"), sealed: bytesOf(cell(table.sealed)) };
  const { keyId, sealed } = sealUnderMaster(
    keys.to,
    openUnderMaster(keys.from, stored, context),
    context,
  );
  cells[placeOf("key_id")] = keyId;
  cells[placeOf(table.sealed)] = cellOf(sealed);
  return cells.join("\t");
}

/** `bytea_output` is hex; COPY doubles the backslash before it. */
const mark = "\\\\x";
const bytesOf = (cell: string): Buffer => Buffer.from(cell.slice(mark.length), "hex");
/** Bytes as a cell of COPY's text. */
export const cellOf = (bytes: Buffer): string => mark + bytes.toString("hex");

const escaped: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const plain = (cell: string): string =>
  cell.replace(/\\(.)/g, (_, letter: string) => escaped[letter] ?? letter);
