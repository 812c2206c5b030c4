import { quantile } from "../ask-over-and-over.ts";

/** What two checkouts are called where they are compared. */
export type Side = "this" | "other";

/**
 * Plays slices of both by turns, so many of each, as A B B A A B B A …: a machine that others share is as fast for one as
 * for the other. Without another one, only this one's.
 */
export async function alternate<Slice>(
  sides: Side[],
  slices: number,
  play: (side: Side, nth: number) => Promise<Slice>,
): Promise<Record<Side, Slice[]>> {
  const played: Record<Side, Slice[]> = { this: [], other: [] };
  for (let nth = 0; nth < slices; nth++) {
    for (const side of nth % 2 === 0 ? sides : sides.toReversed()) {
      played[side].push(await play(side, nth));
    }
  }
  return played;
}

export function median(values: number[]): number {
  return (quantile(values, 0.5) + quantile(values, 0.5 - 1e-9)) / 2;
}

/** This one divided by the other: over all slices, and in the pairs of slices that were played one after the other. */
export interface Ratio {
  all: number;
  median: number;
  lowest: number;
  highest: number;
}

/** Reads from a slice what it cost and what was done for that. */
export type Measure<Slice> = (slice: Slice) => { cost: number; done: number };

/** What one cost, over all slices. */
export function perDone<Slice>(slices: Slice[], of: Measure<Slice>): number {
  const all = slices.map(of);
  const sum = (key: "cost" | "done") => all.reduce((total, one) => total + one[key], 0);
  return sum("cost") / sum("done");
}

export function ratioOf<Slice>(played: Record<Side, Slice[]>, of: Measure<Slice>): Ratio {
  const each = (slices: Slice[]) => perDone(slices, of);
  const pairs = played.this.map((slice, nth) => each([slice]) / each([played.other[nth]!]));
  return {
    all: each(played.this) / each(played.other),
    median: median(pairs),
    lowest: Math.min(...pairs),
    highest: Math.max(...pairs),
  };
}
