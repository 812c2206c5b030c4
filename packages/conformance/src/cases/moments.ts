import { clockOffsetS } from "../inspection/clock.ts";
import type { Inspection } from "../inspection/inspection.ts";

/** Clocks differ so much, and hardly more; zones by far more. */
const FUTURE_S = 600;

/** Online shops did not ship before 2000, and clocks that were never set say 1970. */
const year2000 = 946_684_800;

/** By now something has happened at the latest, in Unix seconds: by our clock or by the webhook's. */
export function latestMoment(inspection: Inspection): number {
  return inspection.now() / 1_000 + Math.max(clockOffsetS(inspection) ?? 0, 0);
}

/** Checks whether a value is a plausible past time in Unix seconds: not unset and not in the future. */
export function isPast(value: unknown, latestS: number): boolean {
  const seconds = value === null || value === "" ? Number.NaN : Number(value);
  return seconds >= year2000 && seconds <= latestS + FUTURE_S;
}

/** Whether it is a day of the calendar, written as YYYY-MM-DD. */
export function isDate(value: unknown): boolean {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
}
