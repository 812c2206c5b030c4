/**
 * Durations are stored in classes, four per doubling: class `n` ends at 2^(n/4) milliseconds and starts above
 * 2^((n-1)/4). A percentile over any time is then accurate to within 9.1 % and half a millisecond: sqrt(2^(1/4)) =
 * 1.0905 is the factor between the middle of a class and its ends.
 */
const classesPerDoubling = 4;

/** The class of a duration, in SQL. */
export function durationClassText(durationMs: string): string {
  return `ceil(${classesPerDoubling} * ln(greatest(${durationMs}, 1)) / ln(2))::smallint`;
}

/** The number of durations in one class. */
export interface DurationCount {
  durationClass: number;
  count: number;
}

/** The duration in milliseconds that this share of all durations does not exceed; null: there are none. */
export function durationAt(share: number, counts: readonly DurationCount[]): number | null {
  const sorted = counts.toSorted((one, other) => one.durationClass - other.durationClass);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(share * total));
  let passed = 0;
  for (const { durationClass, count } of sorted) {
    passed += count;
    if (passed >= rank) return middleOf(durationClass);
  }
  return null;
}

/** The geometric middle of the whole milliseconds in a class. */
function middleOf(durationClass: number): number {
  const shortest = Math.floor(2 ** ((durationClass - 1) / classesPerDoubling)) + 1;
  const longest = Math.floor(2 ** (durationClass / classesPerDoubling));
  return Math.round(Math.sqrt(Math.min(shortest, longest) * longest));
}
