/** The latest time that a list is narrowed to. */
export const timeRanges = ["15m", "1h", "24h", "7d", "custom"] as const;
export type TimeRange = (typeof timeRanges)[number];

const minutes: Record<Exclude<TimeRange, "custom">, number> = {
  "15m": 15,
  "1h": 60,
  "24h": 24 * 60,
  "7d": 7 * 24 * 60,
};

/** Returns the bounds for a list query: a range that ends now, or the two chosen instants. */
export function boundsOf(
  { range, from, to }: { range?: TimeRange; from?: string; to?: string },
  now: number,
): { from?: string; to?: string } {
  if (range === undefined) return {};
  if (range !== "custom") return { from: new Date(now - minutes[range] * 60_000).toISOString() };
  return {
    ...(from && { from: new Date(from).toISOString() }),
    ...(to && { to: new Date(to).toISOString() }),
  };
}
