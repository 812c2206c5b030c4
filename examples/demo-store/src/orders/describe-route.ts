import type { Package, PackageEvent, PackageStatusCode } from "@meetbot/sdk";
import { packageCodes } from "../catalog/package-codes.ts";
import { dayAfter } from "../database/calendar-date.ts";

/** The package data that describes its route. */
export interface PackageWay {
  carrier: string | null;
  status: string;
  due_on: string;
  /** When its order was placed, in Unix seconds. */
  placed_at: number;
}

/** This carrier tells the shop where each parcel is, and on which days it comes. */
const telling = "DHL Express";

const hour = 3600;

/** So many hours after the order each stop was reached, and where. */
const stops = [
  { code: "picked_up", after: 20, place: "Hangzhou" },
  { code: "in_transit", after: 44, place: "Leipzig" },
] as const satisfies readonly { code: PackageStatusCode; after: number; place: string }[];

/** Where it has been, what it is to a program, and between which days it comes. */
export function describeRoute(row: PackageWay, now = Date.now() / 1000): Partial<Package> {
  const code = packageCodes[row.status];
  const coded = code ? { package_status_code: code } : {};
  if (row.carrier !== telling) return coded;
  const events = stops
    .map(({ after, ...stop }): PackageEvent => {
      return { at: String(row.placed_at + after * hour), ...stop };
    })
    .filter(({ at }) => Number(at) <= now)
    .reverse();
  const isUnderway = code === "in_transit" || code === "customs";
  return {
    ...coded,
    ...(events.length > 0 && { events }),
    ...(isUnderway && { exp_delivery_from: row.due_on, exp_delivery_to: dayAfter(row.due_on, 2) }),
  };
}
