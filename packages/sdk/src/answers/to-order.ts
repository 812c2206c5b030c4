import type { Order, Package, PackageEvent, Refund } from "@meetbot/protocol";

/** When something happened, as shops have it: a Date, or seconds or milliseconds as a number or a text. */
export type Moment = Date | number | string;

/** An order as a lookup may answer it: the moments in it are whatever the shop has. */
export interface OrderFound extends Omit<Order, "timestamp" | "refunds"> {
  timestamp: Moment;
  refunds?: (Omit<Refund, "at"> & { at?: Moment })[];
}

/** A package as a lookup may answer it, likewise. */
export interface PackageFound extends Omit<Package, "events"> {
  events?: (Omit<PackageEvent, "at"> & { at: Moment })[];
}

/** Larger than any date in seconds before the year 5138: such a number counts milliseconds. */
const largestSeconds = 1e11;

/** Returns the order as it is sent. Invalid orders and moments stay unchanged, so that the second read reports them. */
export function toOrder(found: OrderFound): Order {
  return { ...timed(found, "timestamp"), ...timedList(found, "refunds") } as Order;
}

/** The package as it travels, likewise. */
export function toPackage(found: PackageFound): Package {
  return { ...found, ...timedList(found, "events") } as Package;
}

function timedList(found: object, key: string): object {
  const list = (found as Record<string, unknown> | null)?.[key];
  return Array.isArray(list) ? { [key]: list.map((one) => timed(one, "at")) } : {};
}

function timed(found: object, key: string): object {
  const moment = (found as Record<string, unknown> | null)?.[key];
  return moment == null ? found : { ...found, [key]: toSeconds(moment) };
}

function toSeconds(moment: unknown): unknown {
  const isDate = moment instanceof Date;
  if (!isDate && !/^\d{1,15}(\.\d+)?$/.test(String(moment))) return moment;
  const number = Number(moment);
  return String(Math.floor(isDate || number > largestSeconds ? number / 1000 : number));
}
