import type { Clocks } from "@meetbot/presentation";
import { type Office, opensNext } from "./office-hours.ts";

/**
 * Returns when agents answer next, and the clocks that give the time: the customer's where their device reports them,
 * else the shop's. `null` when the time is unknown.
 */
export function nextOpening(
  office: Office,
  { zone, now }: { zone: string | undefined; now: number },
): { at: number; clocks: Clocks } | null {
  const { officeHours } = office;
  const at = opensNext(office, now);
  if (at === null || !officeHours) return null;
  return { at, clocks: { timeZone: zone ?? officeHours.timeZone, isOwn: zone !== undefined, now } };
}
