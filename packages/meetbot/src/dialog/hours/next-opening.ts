import type { Clocks } from "@meetbot/presentation";
import { type Office, opensNext } from "./office-hours.ts";

/**
 * When people answer next, and by whose clocks a customer is told so: their own where their device tells them,
 * else the shop's. `null`: nobody knows when.
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
