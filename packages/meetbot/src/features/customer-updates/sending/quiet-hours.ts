import { dayAfter, dayIn, momentAt } from "../../../dialog/hours/zone-time.ts";

/** The hours, in the customer's local time, when no update may disturb them. */
export interface QuietHours {
  from: string;
  until: string;
}

/** Updates about a parcel in transit do not disturb customers at night. */
export const usualQuietHours: QuietHours = { from: "21:00", until: "08:00" };

/** Customers who have to be at home want the message early. */
const earlyStatuses: ReadonlySet<string> = new Set(["out_for_delivery", "ready_for_pickup"]);
const earliest = "07:00";

/** How long it is still quiet, in milliseconds; 0: it is not. Nights end on the day after they began. */
export function quietForMs(
  now: number,
  zone: string,
  status: string,
  { from, until }: QuietHours = usualQuietHours,
): number {
  const end = earlyStatuses.has(status) && earliest < until ? earliest : until;
  const today = dayIn(now, zone);
  for (const day of [dayAfter(today, -1), today]) {
    const begins = momentAt(day, from, zone);
    const ends = momentAt(from < end ? day : dayAfter(day, 1), end, zone);
    if (begins <= now && now < ends) return ends - now;
  }
  return 0;
}
