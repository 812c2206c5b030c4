import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { stageWords } from "../languages/en/words/stage-words.ts";
import { orderStatuses, packageStatuses } from "../status/known-statuses.ts";
import type { Stage } from "../status/stages.ts";
import { orderNewsStatuses, type ParcelStatus, parcelStatuses } from "./parcel-status.ts";
import { orderStatusOfStage } from "./reading/to-order-news-status.ts";
import { parcelStatusOfStage } from "./reading/to-parcel-status.ts";
import { parcelSources } from "./sources/parcel-sources.ts";

const page = new URL("../../../../docs/protocol.md", import.meta.url);
const protocol = readFileSync(page, "utf8");
const sources = Object.values(parcelSources);

const told = { always: "yes", first: "if it is the first sign", never: "no" } as const;

const keysOf = <Status>(table: object, status: Status) =>
  Object.entries(table)
    .filter(([, one]) => one === status)
    .map(([key]) => key);

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The table of the page, as the code has it. */
function parcelTable(): string[] {
  const head = ["status", "told", "known stages", ...sources.map(({ called }) => called)];
  const rows = Object.entries(parcelStatuses).map(([status, facts]) => [
    `\`${status}\``,
    told[facts.told],
    stages(parcelStatusOfStage, status as ParcelStatus),
    ...sources.map(({ codes }) => keysOf(codes, status).join(", ")),
  ]);
  return [row(head), `|${"---|".repeat(head.length)}`, ...rows.map(row)];
}

const stages = (table: object, status: unknown) =>
  keysOf(table, status)
    .map((stage) => stageWords[stage as Stage])
    .join(", ");

function orderTable(): string[] {
  const rows = Object.keys(orderNewsStatuses).map((status) =>
    row([`\`${status}\``, stages(orderStatusOfStage, status)]),
  );
  return [row(["status of an order", "known stages"]), "|---|---|", ...rows];
}

test("each stage that cards know is a status, but being on file, which tells nothing", () => {
  for (const [known, mapped] of [
    [packageStatuses, parcelStatusOfStage],
    [orderStatuses, orderStatusOfStage],
  ] as const) {
    const without = new Set([...Object.keys(mapped), "on_file"]);
    assert.deepEqual(without, new Set(Object.keys(known)));
  }
});

for (const [begins, table] of [
  ["| status | told |", parcelTable()],
  ["| status of an order |", orderTable()],
] as const) {
  test(`the protocol's table has each word and code that is known, and no other: ${begins}`, () => {
    const lines = protocol.split("\n");
    const from = lines.findIndex((line) => line.startsWith(begins));
    assert(from >= 0, "the table is missing in docs/protocol.md");
    const length = lines.slice(from).findIndex((line) => !line.startsWith("|"));
    if (process.env.UPDATE_DOCS) {
      const now = readFileSync(page, "utf8").split("\n");
      now.splice(
        now.findIndex((line) => line.startsWith(begins)),
        length,
        ...table,
      );
      writeFileSync(page, now.join("\n"));
    } else assert.deepEqual(lines.slice(from, from + length), table);
  });
}
