import assert from "node:assert/strict";
import { test } from "node:test";
import { stageWords } from "../languages/en/words/stage-words.ts";
import { assertKept, row } from "../status/kept-table.fixture.ts";
import { orderStatuses, packageStatuses } from "../status/known-statuses.ts";
import type { Stage } from "../status/stages.ts";
import { orderNewsStatuses, type ParcelStatus, parcelStatuses } from "./parcel-status.ts";
import { orderStatusOfStage } from "./reading/to-order-news-status.ts";
import { parcelStatusOfStage } from "./reading/to-parcel-status.ts";
import { parcelSources } from "./sources/parcel-sources.ts";

const sources = Object.values(parcelSources);

const told = { always: "yes", first: "if it is the first sign", never: "no" } as const;

const keysOf = <Status>(table: object, status: Status) =>
  Object.entries(table)
    .filter(([, one]) => one === status)
    .map(([key]) => key);

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
    assertKept("protocol.md", begins, table);
  });
}
