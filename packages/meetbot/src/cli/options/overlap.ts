import { maxOverlapS } from "@meetbot/admin-api/limits/overlap-limits.ts";
import { InvalidArgumentError } from "commander";

const minuteS = 60;
const hourS = 60 * minuteS;
const dayS = 24 * hourS;
const unitS: Record<string, number> = { m: minuteS, h: hourS, d: dayS };

/**
 * Reads how long a secret stays valid alongside its replacement, in seconds. Throws commander's {@link
 * InvalidArgumentError} if the value is not a duration, or is longer than a week.
 */
export function overlap(value: string): number {
  const [, count, unit = ""] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  const seconds = value === "0" ? 0 : Number(count) * (unitS[unit] ?? Number.NaN);
  if (seconds <= maxOverlapS) return seconds;
  throw new InvalidArgumentError("An overlap is 0, minutes (30m), hours (24h) or days, up to 7d.");
}
