import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { Shown } from "@meetbot/model/conversation/proof.ts";
import { packageStage } from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import { isDescribed } from "../context/described.ts";
import { parcelName } from "../context/on-screen.ts";
import type { DialogContext } from "../dialogs/moves.ts";

/** Returns a parcel's contents, as far as the shop reports them. */
export function parcelTitles({ item }: Shown<Package>): string[] {
  const titles = (item.elements ?? []).map(({ title }) => title);
  return titles.length > 0 || !item.product_name ? titles : [item.product_name];
}

/** The parcels of an order that a wish is about. */
export interface Meant {
  packages: readonly Shown<Package>[];
  /** Some of them only. */
  isPart: boolean;
  /** Goods of the order that the customer named and that the shop shows in none of its parcels. */
  absent: readonly string[];
}

/** Returns the parcels that the customer meant by number or by their goods; all parcels if they named none. */
export function meantParcels(
  packages: readonly Shown<Package>[],
  { parcels, parcelsThat, words }: Wish,
  titles: readonly string[],
  { namedGoods }: DialogContext,
): Meant {
  const all = { packages, isPart: false, absent: [] };
  const only = (some: readonly Shown<Package>[]): Meant =>
    some.length > 0 && some.length < packages.length
      ? { packages: some, isPart: true, absent: [] }
      : all;
  if (parcels) return only(packages.filter((one) => parcels.includes(parcelName(one) ?? "")));
  if (parcelsThat) {
    return only(packages.filter(({ item }) => isDescribed(packageStage(item), parcelsThat)));
  }
  const contents = packages.map(parcelTitles);
  if (words === null || contents.length < 2 || contents.some((one) => one.length === 0)) return all;
  const own = titles.map((title) => [title]);
  const named = new Set(namedGoods(words, own).flatMap((place) => titles[place] ?? []));
  const holders = packages.filter((_, at) => contents[at]?.some((title) => named.has(title)));
  if (holders.length > 0) return only(holders);
  // Parcels whose titles differ from the order's may still contain the goods.
  const areAlike = contents.flat().every((title) => titles.includes(title));
  if (named.size > 0 && areAlike) return { ...all, absent: [...named] };
  return only(namedGoods(words, contents).flatMap((place) => packages[place] ?? []));
}
