/** The fields of a transcript entry that are used here. */
interface Placed {
  seq: number;
  sending?: string;
}

/** Returns the number of the last entry before the first one still being sent; later entries must be fetched again. */
export function settledUntil(entries: readonly Placed[]): number {
  const open = entries.findIndex(({ sending }) => sending === "queued" || sending === "sending");
  return (open < 0 ? entries.at(-1) : entries[open - 1])?.seq ?? 0;
}

/** Returns the known entries, with those read since in their place, by sequence number. */
export function mergeEntries<Entry extends Placed>(
  known: readonly Entry[],
  read: readonly Entry[],
): Entry[] {
  const first = read[0]?.seq ?? Number.POSITIVE_INFINITY;
  return [...known.filter(({ seq }) => seq < first), ...read];
}
