import type { Wish } from "@meetbot/model/conversation/ask.ts";
import type { DialogState, OnScreen } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import { orderStage } from "@meetbot/presentation";
import { type Package, sameNumber } from "@meetbot/protocol";

/** The length of the longest list shown; with a shorter one, orders discussed earlier stay too. */
const maxOnScreen = 10;

/** How many titles of an order are stored: customers name an order by its first goods. */
export const maxTitles = 6;

/** Returns an order as the screen shows it. */
export function orderOnScreen({ level, item, expires }: Shown<SeenOrder>): OnScreen {
  const isNamed = level === 1 || level === 2;
  const stage = orderStage(item);
  return {
    kind: "order",
    number: isNamed ? (item.order_number ?? null) : null,
    titles: titlesOf(item),
    ...restsOn([{ level, expires }]),
    ...totalOf(item),
    ...(item.refunds && { refunds: true }),
    ...(stage && { stage }),
    ...(stage === "partially_shipped" && { isPartly: true }),
  };
}

function totalOf({ summary, currency }: SeenOrder | Partial<SeenOrder>): Pick<OnScreen, "total"> {
  const amount = summary?.total_cost;
  return amount === undefined || currency === undefined ? {} : { total: { amount, currency } };
}

/**
 * Returns a package as the screen shows it; it stands for its order if the customer may see that. `asked`: the number
 * that the customer typed for the package, which serves as proof.
 */
export function packageOnScreen(
  { level, item, expires }: Shown<Package>,
  asked: string | null,
): OnScreen {
  const titles = item.product_name ? [item.product_name] : [];
  const ofOrder = level === 1 || level === 2 ? item.order_number : undefined;
  const proof = restsOn([{ level, expires }]);
  if (ofOrder) return { kind: "order", number: ofOrder, titles, ...proof };
  return { kind: "package", number: asked ?? item.package_number ?? null, titles: [], ...proof };
}

/**
 * Returns the number that identifies a parcel when its order is queried again; `null` if this customer may not see one.
 */
export const parcelName = ({ item }: Shown<Package>): string | null =>
  item.package_number || item.tracking_number || null;

/**
 * Returns an order with its parcels on the screen: the customer can count the described ones, and means them from now
 * on.
 */
export function withParcels(
  one: OnScreen,
  packages: readonly Shown<Package>[],
  { packages: meant, isPart }: { packages: readonly Shown<Package>[]; isPart: boolean },
): OnScreen {
  const names = packages.flatMap((shown) => parcelName(shown) ?? []);
  const isKnown = names.length > 1 && new Set(names).size === packages.length;
  if (one.kind !== "order" || !isKnown) return one;
  const told = meant.flatMap((shown) => parcelName(shown) ?? []);
  return { ...one, parcels: names, ...(isPart && { meantParcels: told }) };
}

/** Returns the proof that the shown data depends on: the earliest expiry, and whether any proof is of an account. */
export function restsOn(
  shown: readonly Pick<Shown<unknown>, "level" | "expires">[],
): Pick<OnScreen, "expires" | "ofAccount"> {
  const ends = shown.flatMap(({ expires }) => expires ?? []);
  const isOfAccount = shown.some(({ level, expires }) => level === 2 && expires !== null);
  return {
    expires: ends.length > 0 ? Math.min(...ends) : null,
    ...(isOfAccount && { ofAccount: true }),
  };
}

/** Returns the titles of an order's goods, as far as the customer may see them. */
export function titlesOf({ elements = [] }: SeenOrder | Partial<SeenOrder>): string[] {
  return elements.slice(0, maxTitles).map(({ title }) => title);
}

/** A list is on the screen now: its lines can be counted. */
export function showList(state: DialogState, orders: readonly Shown<SeenOrder>[]): DialogState {
  const shown = orders.slice(0, maxOnScreen).map(orderOnScreen);
  const [only] = shown;
  const focus = shown.length === 1 ? (only?.number ?? null) : null;
  return { ...state, shown, focus, card: null };
}

/**
 * Focuses on one order or package and leaves the rest of the screen. If the customer asked for several, none of them
 * gets the focus.
 */
export function putOnScreen(
  state: DialogState,
  one: OnScreen,
  { isOneOfSeveral, facts }: Pick<Wish, "isOneOfSeveral" | "facts">,
): DialogState {
  const { number } = one;
  if (number === null) return state;
  const at = state.shown.findIndex((other) => isSame(other, number));
  const before = state.shown[at];
  // A package names only one item of an order, so the titles known for the whole order win.
  const known = before?.titles ?? [];
  const titles = known.length > one.titles.length ? known : one.titles;
  // An answer without the order's parcels does not remove them.
  const parcels = one.parcels ?? before?.parcels;
  // A package does not give the whole order's total and stage either.
  const { total, stage } = { ...before, ...one };
  const now = {
    ...one,
    titles,
    ...(total && { total }),
    ...(stage && { stage }),
    ...(parcels && { parcels }),
  };
  const shown = at >= 0 ? state.shown.with(at, now) : [...state.shown, one].slice(-maxOnScreen);
  const spoken = isOneOfSeveral ? null : number;
  return { ...state, shown, focus: spoken, told: { number: spoken, facts } };
}

/** Returns the order or package on the screen with this number. */
export function onScreen(state: DialogState, number: string): OnScreen | undefined {
  return state.shown.find((one) => isSame(one, number));
}

/**
 * Removes what rested on an expired proof: the customer can no longer point at it, and the bot does not offer it again.
 */
export function withoutExpired(state: DialogState, now: number): DialogState {
  const shown = state.shown.filter(({ expires }) => expires === null || expires > now);
  const offered = state.offered.filter(({ expires = Number.POSITIVE_INFINITY }) => expires > now);
  if (shown.length === state.shown.length) return { ...state, offered };
  const isGone = !shown.some((one) => state.focus !== null && isSame(one, state.focus));
  return { ...state, shown, offered, ...(isGone && { focus: null, card: null }) };
}

const isSame = ({ number }: OnScreen, other: string) =>
  number !== null && sameNumber(number, other);
