import { maxOverlapS } from "@meetbot/admin-api/limits/overlap-limits.ts";
import { InvalidArgumentError } from "commander";

const minuteS = 60;
const hourS = 60 * minuteS;
const dayS = 24 * hourS;
const unitS: Record<string, number> = { m: minuteS, h: hourS, d: dayS };

/**
 * Reads how long a secret stays valid beside the one that replaces it, in seconds. Throws
 * commander's {@link InvalidArgumentError} where it is none, or longer than a week.
 */
export function overlap(value: string): number {
  const [, count, unit = ""] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  const seconds = value === "0" ? 0 : Number(count) * (unitS[unit] ?? Number.NaN);
  if (seconds <= maxOverlapS) return seconds;
  throw new InvalidArgumentError("An overlap is 0, minutes (30m), hours (24h) or days, up to 7d.");
}
