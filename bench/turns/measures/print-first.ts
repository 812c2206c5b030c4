import type { ArrivalsResult } from "../arrivals.ts";
import type { Checkout } from "../checkout.ts";
import type { DatabaseCounts } from "../count-statements.ts";
import { median, perDone, ratioOf, type Side } from "./alternate.ts";
import { round } from "./processor-time.ts";

/** How those of a slice fared, and the processor time of all of it. */
export interface FirstSlice extends ArrivalsResult {
  botMs: number;
  databaseMs: number;
}

type Played<Slice> = Record<Side, Slice[]>;

export interface First {
  checkouts: Partial<Record<Side, Checkout>>;
  sides: Side[];
  /** Case → slices. */
  usual: Record<string, Played<FirstSlice>>;
  /** Customers who come at once. */
  atOnce: Played<FirstSlice>;
  counts: Record<string, Played<DatabaseCounts>>;
  json: boolean;
}

const bot = ({ botMs, customers }: FirstSlice) => ({ cost: botMs, done: customers });
const database = ({ databaseMs, customers }: FirstSlice) => ({ cost: databaseMs, done: customers });

/** Prints a table of costs, one of waits and, of two checkouts, one of ratios; as JSON in one line. */
export function printFirst(first: First): void {
  const { checkouts, sides, usual, atOnce, json } = first;
  const costs: Record<string, object> = {};
  const waits: Record<string, object> = {};
  const ratios: Record<string, object> = {};
  for (const side of sides) {
    for (const name of Object.keys(usual)) costs[`${side}, ${name}`] = costsOf(first, side, name);
    waits[`${side}, at once, all of one /24`] = waitsOf(atOnce[side]);
  }
  for (const [name, played] of sides.length > 1 ? Object.entries(usual) : []) {
    ratios[`bot cpu, ${name}`] = rounded(ratioOf(played, bot));
    ratios[`database cpu, ${name}`] = rounded(ratioOf(played, database));
  }
  const names = sides.map((side) => `${side} is ${checkouts[side]!.name}`).join(", ");
  if (json) {
    console.log(JSON.stringify({ names, costs, waits, ratios }));
    return;
  }
  console.log(`First customers: ${names}. Of each customer:`);
  console.table(costs);
  console.log(`${atOnce.this[0]!.customers} customers at once, from the page to the answer:`);
  console.table(waits);
  if (sides.length === 1) return;
  console.log("this / other: over all slices, and in pairs of slices that follow each other");
  console.table(ratios);
}

function costsOf({ usual, counts }: First, side: Side, name: string) {
  const slices = usual[name]![side];
  const [asked] = counts[name]![side];
  return {
    "bot cpu ms": round(perDone(slices, bot), 2),
    "database cpu ms": round(perDone(slices, database), 2),
    statements: round(asked!.statements, 1),
    commits: round(asked!.commits, 1),
    "WAL bytes": round(asked!.walBytes, 0),
    "p50 ms": round(median(slices.map(({ p50Ms }) => p50Ms)), 0),
    "without an answer": slices.reduce((sum, { unanswered }) => sum + unanswered, 0),
  };
}

function waitsOf(rushes: FirstSlice[]) {
  const of = (key: keyof FirstSlice) => round(median(rushes.map((one) => one[key])), 0);
  return {
    "p50 ms": of("p50Ms"),
    "p99 ms": of("p99Ms"),
    "turned away": of("turnedAway"),
    "without an answer": of("unanswered"),
  };
}

function rounded(ratio: object) {
  return Object.fromEntries(Object.entries(ratio).map(([key, value]) => [key, round(value, 3)]));
}
