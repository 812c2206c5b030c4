import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import { dueDay, packageStage } from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import { asFarAsSent } from "./as-far-as-sent.ts";

/** A page of an order's packages. */
export interface PackagesPage {
  packages: readonly Shown<Package>[];
  hasNextPage: boolean;
}

/** Returns an order with the package that represents it in a list. */
export function withParcel(
  order: Shown<SeenOrder>,
  { packages, hasNextPage }: PackagesPage,
  parcel: Partial<Package> | undefined,
): Shown<SeenOrder> {
  const seen = asFarAsSent(order, packages, hasNextPage);
  return parcel ? { ...seen, item: { ...seen.item, parcel } } : seen;
}

/** Returns the first of an order's packages that has not arrived; if all have, the last one. */
export function toCome(packages: readonly Partial<Package>[]): Partial<Package> | undefined {
  return packages.find((pkg) => packageStage(pkg) !== "delivered") ?? packages.at(-1);
}

/** Returns the same, with the packages sorted by day of arrival. */
export const nextToCome = (packages: readonly Partial<Package>[]): Partial<Package> | undefined =>
  toCome(packages.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))));

/** Returns the packages of a page that the customer may see. */
export const seenIn = ({ packages }: PackagesPage): Partial<Package>[] =>
  packages.flatMap(({ level, item }) => (level === 0 ? [] : [item]));

const noDay = "9999";

/** Returns a package's day of arrival for sorting; packages without one come last. */
export const dayOf = (parcel: Partial<Package> | undefined): string => dueDay(parcel) || noDay;
