import type { Inspection } from "./inspection.ts";

/** A `Date` header has a resolution of one second; the middle of that second is the best guess. */
const HALF_SECOND_MS = 500;

/** Clocks that are set differ by less, in seconds. */
export const CLOCK_S = 30;

/** Returns how many seconds the webhook's clock is ahead of ours, or null if no answer shows it. */
export function clockOffsetS({ log }: Inspection): number | null {
  const offsets = log
    .flatMap(({ exchange }) => {
      const told = Date.parse(exchange.responseHeaders.date ?? "");
      const cameAt = exchange.startedAt + (exchange.timings.firstByteMs ?? exchange.durationMs);
      return Number.isNaN(told) ? [] : [told + HALF_SECOND_MS - cameAt];
    })
    .sort((one, other) => one - other);
  const median = offsets[Math.floor(offsets.length / 2)];
  return median === undefined ? null : median / 1_000;
}
