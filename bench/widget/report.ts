import type { PageFigures } from "./measure.ts";
import type { MeasuredPage } from "./pages.ts";

/** One page with the medians of its visits. */
export type ReportRow = Pick<MeasuredPage, "name" | "state"> & PageFigures & { faults: string[] };

/** Takes the median of each figure by itself. */
export function medians(visits: readonly PageFigures[]): PageFigures {
  const names = Object.keys(visits[0]!) as (keyof PageFigures)[];
  const middle = (name: keyof PageFigures) =>
    visits.map((figures) => figures[name]).sort((a, b) => a - b)[Math.floor(visits.length / 2)]!;
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as unknown as PageFigures;
}

/** Prints one table, and which goals Meetbot misses. */
export function printTable(rows: readonly ReportRow[]): void {
  const lines = rows.map((row) => [`${row.name} ${row.state}`.trim(), toCells(row, rows)]);
  console.table(Object.fromEntries(lines));
  for (const row of rows.filter(({ name }) => name.startsWith("Meetbot"))) {
    const missed = missedGoals(row).join(", ");
    console.log(`${row.name} ${row.state}: ${missed ? `misses ${missed}` : "meets its goals"}`);
  }
}

function toCells(row: ReportRow, rows: readonly ReportRow[]) {
  const ours = rows.find(({ name, state }) => name === "Meetbot" && state === row.state);
  return {
    "raw kB": (row.rawBytes / 1000).toFixed(1),
    "gz kB": (row.gzBytes / 1000).toFixed(1),
    performance: row.performance,
    a11y: row.accessibility,
    "TTI s": (row.ttiMs / 1000).toFixed(2),
    "TBT ms": Math.round(row.tbtMs),
    CLS: row.cls.toFixed(3),
    "LCP s": (row.lcpMs / 1000).toFixed(2),
    "gz ×": ours ? (row.gzBytes / ours.gzBytes).toFixed(1) : "",
    "TTI ×": ours ? (row.ttiMs / ours.ttiMs).toFixed(2) : "",
    axe: row.faults.length,
  };
}

function missedGoals({ performance, accessibility, tbtMs, cls, faults }: ReportRow): string[] {
  const goals = {
    "performance ≥ 99": performance >= 99,
    "accessibility 100": accessibility === 100,
    "TBT ≤ 50 ms": tbtMs <= 50,
    "CLS 0": cls < 0.0005,
    "axe 0": faults.length === 0,
  };
  return Object.entries(goals).flatMap(([goal, isMet]) => (isMet ? [] : [goal]));
}
