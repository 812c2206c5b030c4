import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

export const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** A table of `docs/` is as the code has it; with UPDATE_DOCS=1 it is written there. `begins`: how its head begins. */
export function assertKept(name: string, begins: string, table: readonly string[]): void {
  const page = new URL(`../../../../docs/${name}`, import.meta.url);
  const lines = readFileSync(page, "utf8").split("\n");
  const from = lines.findIndex((line) => line.startsWith(begins));
  assert(from >= 0, `the table is missing in docs/${name}`);
  const length = lines.slice(from).findIndex((line) => !line.startsWith("|"));
  if (process.env.UPDATE_DOCS) {
    writeFileSync(page, lines.toSpliced(from, length, ...table).join("\n"));
  } else assert.deepEqual(lines.slice(from, from + length), table);
}
