import type { Package } from "@meetbot/protocol";
import type { InventedOrder, InventedShop } from "./invent-shop.ts";
import { type SensitiveValue, wordOf } from "./sensitive-value.ts";

// The oracle: the table of DESIGN.md, section 5, written once more from its text. It imports nothing that decides
// what the product shows.

/** What one receiver has typed and proved, as far as the player of that receiver can tell. */
export interface Proved {
  /** Words that they wrote themselves: these may be repeated to them. */
  said: Set<string>;
  numbers: Set<string>;
  emails: Set<string>;
  /** Accounts, and until when, in Unix milliseconds. */
  accounts: Map<string, number>;
}

export const nothingProved = (): Proved => ({
  ...{ said: new Set(), numbers: new Set(), emails: new Set(), accounts: new Map() },
});

/** From here on a number is hard to guess. */
const hardLength = 10;

/** At which level an order is for somebody; `null`: they have not asked for it by anything. */
type SeenAt = 0 | 1 | 2 | null;

function levelOf(
  { owner, order: { order_number } }: InventedOrder,
  { policy, numberAlone }: InventedShop,
  { numbers, emails, accounts }: Proved,
  now: number,
): SeenAt {
  // The seed's literal behavior: anyone who asks, or receives a card, sees everything.
  if (policy === "off") return 2;
  const isProved = (accounts.get(owner) ?? 0) > now;
  if (isProved) return 2;
  const number = wordOf(order_number);
  const [isTyped, isListed] = [numbers.has(number), emails.has(owner)];
  if (!isTyped && !isListed) return null;
  if (policy === "code") return null;
  if (!isTyped) return 0;
  const isEnough =
    numberAlone === "always" || (numberAlone === "auto" && number.length >= hardLength);
  return isEnough || isListed ? 1 : 0;
}

/** Whether a value may come to somebody at this moment. */
export function maySee(
  value: SensitiveValue,
  { shop, proved, now }: { shop: InventedShop; proved: Proved; now: number },
  { isInLink = false } = {},
): boolean {
  if (value.botId !== shop.botId) return false;
  if (proved.said.has(value.word)) return true;
  const { orderNumber, packageNumber, needs, owner } = value;
  if (orderNumber === null) return (proved.accounts.get(owner) ?? 0) > now;
  const order = shop.customers
    .flatMap(({ orders }) => orders)
    .find((one) => one.order.order_number === orderNumber)!;
  const level = levelOf(order, shop, proved, now);
  if (level === 2) return true;
  if (level === 1) return needs !== 2;
  if (needs === "status") return level === 0;
  // The carrier's page has the carrier's number in its address.
  const isOfCarrier = needs === "package" || (isInLink && value.what === "tracking number");
  return (
    isOfCarrier && packageNumber !== null && isPackageTyped(order, packageNumber, shop, proved)
  );
}

function isPackageTyped(
  { packages }: InventedOrder,
  packageNumber: string,
  { policy }: InventedShop,
  proved: Proved,
): boolean {
  const own = packages.filter((one) => one.package_number === packageNumber);
  return policy !== "code" && isAnyTyped(own, proved);
}

const isAnyTyped = (packages: readonly Package[], { numbers }: Proved): boolean =>
  packages
    .flatMap(({ package_number, tracking_number = "" }) => [package_number, tracking_number])
    .some((one) => numbers.has(wordOf(one)));

/**
 * Checks whether the bot may show the end of a masked number, with six characters still hidden: for an order listed
 * under an email that the receiver typed or once proved, an order that they named, or one whose package they named.
 */
export function mayTellEnd(
  end: string,
  { shop, proved }: { shop: InventedShop; proved: Proved },
): boolean {
  return shop.customers.some(({ email, orders }) =>
    orders.some(({ order, owner, packages }) => {
      const number = wordOf(order.order_number);
      if (!number.endsWith(end.toLowerCase()) || number.length < hardLength) return false;
      const isNamed = proved.numbers.has(number) || isAnyTyped(packages, proved);
      return isNamed || proved.emails.has(owner) || proved.accounts.has(email);
    }),
  );
}

/** Returns the orders whose amounts the bot may show, one by one or as a total. */
export const countedOrders = (shop: InventedShop, proved: Proved, now: number): InventedOrder[] =>
  shop.customers
    .flatMap(({ orders }) => orders)
    .filter((one) => (levelOf(one, shop, proved, now) ?? 0) >= 1);

/** Emails whose orders may be listed, and not counted: from this many on it is "3 or more". */
export const uncountedFrom = 4;
