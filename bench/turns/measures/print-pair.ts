import type { Checkout } from "../checkout.ts";
import type { Channel } from "../contender.ts";
import { type Measure, median, perDone, type Ratio, ratioOf, type Side } from "./alternate.ts";
import { round } from "./processor-time.ts";

/** What was done in a slice, and the processor time of all of it. */
export interface Slice {
  turns: number;
  perSecond: number;
  p50Ms: number;
  botMs: number;
  databaseMs: number;
}

interface Pair {
  channel: Channel;
  checkouts: Record<Side, Checkout>;
  played: Record<Side, Slice[]>;
  json: boolean;
}

/** What is compared: a cost, and what it is the cost of. */
const measures: Record<string, Measure<Slice>> = {
  "bot cpu ms/turn": ({ botMs, turns }) => ({ cost: botMs, done: turns }),
  "database cpu ms/turn": ({ databaseMs, turns }) => ({ cost: databaseMs, done: turns }),
  "both cpu ms/turn": ({ botMs, databaseMs, turns }) => ({ cost: botMs + databaseMs, done: turns }),
  "turns/s": ({ turns, perSecond }) => ({ cost: turns, done: turns / perSecond }),
};

/** Prints slices, sums and ratios; as JSON in one line. */
export function printPair({ channel, checkouts, played, json }: Pair): void {
  const ratios = Object.fromEntries(
    Object.entries(measures).map(([name, of]) => [name, rounded(ratioOf(played, of))]),
  );
  const summaries = { this: summarize(played.this), other: summarize(played.other) };
  const { this: own, other } = checkouts;
  if (json) {
    const names = { this: own.name, other: other.name };
    const slices = { this: played.this.map(rowOf), other: played.other.map(rowOf) };
    console.log(JSON.stringify({ channel, ...names, summaries, ratios, slices }));
    return;
  }
  console.log(`${channel}, 1 node: this is ${own.name}, the other ${other.name}`);
  console.table(played.this.flatMap((slice, nth) => rowsOf(slice, played.other[nth]!)));
  for (const side of ["this", "other"] as const) {
    console.log(`${side} (${checkouts[side].name})`);
    console.table(summaries[side]);
  }
  console.log("this / other: over all slices, and in pairs of slices that follow each other");
  console.table(ratios);
}

function rowsOf(own: Slice, other: Slice) {
  return [
    { of: "this", ...rowOf(own) },
    { of: "other", ...rowOf(other) },
  ];
}

function rowOf(slice: Slice) {
  const values = Object.entries(measures).map(([name, of]) => [
    name,
    round(perDone([slice], of), 2),
  ]);
  return { turns: slice.turns, ...Object.fromEntries(values), "p50 ms": round(slice.p50Ms, 1) };
}

function summarize(slices: Slice[]) {
  return Object.fromEntries(
    Object.entries(measures).map(([name, of]) => [
      name,
      {
        "of all": round(perDone(slices, of), 3),
        "median slice": round(median(slices.map((slice) => perDone([slice], of))), 3),
      },
    ]),
  );
}

function rounded(ratio: Ratio) {
  return Object.fromEntries(Object.entries(ratio).map(([key, value]) => [key, round(value, 3)]));
}
