import { type CannedValues, type OrderSaid, orderWords, readerOf } from "@meetbot/presentation";
import type { Panel, ShownItem } from "../panel/use-panel.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns the values that fill in canned replies, taken from a panel. Orders and packages provide one item with its
 * related data, as the customer sees it: the item that the operator chose, or else the one shown last. A masked panel
 * provides only values without personal data.
 */
export function fillValues(
  panel: Pick<Panel, "filling" | "locale" | "masked" | "numbers" | "shown">,
  chosen: ShownItem | null,
): CannedValues {
  const about = chosen ?? panel.shown[0];
  const { order, parcel, number } = about ? whole(about, panel) : nothing;
  return {
    ...panel.filling,
    "order.number": panel.masked ? null : number,
    "order.status": orderWords((order ?? {}) as OrderSaid, readerOf(panel.locale)) || null,
    "package.carrier": textIn(parcel, "carrier"),
    "package.tracking_url": textIn(parcel, "tracking_url"),
  };
}

const nothing = { order: null, parcel: null, number: null };

/** Returns an order and its package, given either of them. */
function whole(
  about: ShownItem,
  { shown, numbers }: Pick<Panel, "numbers" | "shown">,
): { order: Fields | null; parcel: Fields | null; number: string | null } {
  if (about.kind === "package") {
    const number = textIn(about.item, "order_number");
    const order = shown.find((one) => one.kind === "order" && number && one.number === number);
    return { order: order?.item ?? null, parcel: about.item, number };
  }
  const { number } = about;
  const inside = shown.find(
    ({ kind, item }) => kind === "package" && number && item.order_number === number,
  );
  const own = about.item.parcel;
  const parcel = typeof own === "object" && own !== null ? (own as Fields) : inside?.item;
  return { order: about.item, parcel: parcel ?? null, number: number ?? onlyNamed(numbers) };
}

/** The customer named one order themselves: that one was hidden from them is no reason to hide its number. */
function onlyNamed(numbers: Panel["numbers"]): string | null {
  const orders = numbers.filter(({ kind, shop }) => kind === "order" && shop === "known");
  return orders.length === 1 ? (orders[0]?.number ?? null) : null;
}

function textIn(item: Fields | null, field: string): string | null {
  const value = item?.[field];
  return typeof value === "string" && !value.includes("·") ? value : null;
}
