import type { OrderElement } from "@meetbot/protocol";
import type { InventedShop } from "./invent-shop.ts";
import { countedOrders, maySee, mayTellEnd, type Proved, uncountedFrom } from "./may-see.ts";
import { readAmounts, readCounts, readDate, readValues } from "./read-values.ts";
import type { SensitiveValue, SensitiveValues } from "./sensitive-value.ts";

/** What came out where it may not, for a person to read. */
export interface Finding {
  place: string;
  /** Of many of one kind, one is enough to look at. */
  kind: string;
  what: string;
  text: string;
}

/** Who receives a text: what they have proved at this moment. */
export interface Receiver {
  shop: InventedShop;
  proved: Proved;
  now: number;
  /** The conversation so far, for readers of the finding. */
  talk?: readonly string[];
}

/** Collects what is found, and counts what was looked at: a place in which nothing ever stands proves nothing. */
export function createFindings(values: SensitiveValues) {
  const found: Finding[] = [];
  const seen = new Map<string, number>();
  const looked = new Map<string, number>();
  const add = (place: string, kind: string, what: string, text: string) => {
    found.push({ place, kind, what, text: text.slice(0, 700) });
  };
  const count = (counts: Map<string, number>, place: string, by = 1) =>
    counts.set(place, (counts.get(place) ?? 0) + by);
  const describe = ({ needs, owner, word }: SensitiveValue) =>
    `${word} of ${owner}, which needs ${needs}`;

  /** Checks each value in a text by a rule. */
  function check(
    place: string,
    text: string,
    botId: string | null,
    isAllowed: (value: SensitiveValue, isInLink: boolean) => boolean,
  ): void {
    count(looked, place);
    for (const { value, isInLink } of readValues(text, { values, botId })) {
      if (isAllowed(value, isInLink)) count(seen, place);
      else add(place, value.what, describe(value), around(text, value.word));
    }
  }

  return {
    found,
    seen,
    looked,
    check,
    /** Nothing at all of anybody may stand in it. */
    checkNothing: (place: string, text: string) => check(place, text, null, () => false),
    /** Only what a customer may see at this moment. */
    checkCustomer(place: string, text: string, receiver: Receiver): void {
      const { shop, proved, now } = receiver;
      const before = found.length;
      check(place, text, shop.botId, (value, isInLink) => maySee(value, receiver, { isInLink }));
      const first = found[before];
      if (first) first.text += `\n\n${toldOf(receiver)}`;
      for (const [, end = ""] of text.matchAll(/····([A-Z0-9]{1,8})/gi)) {
        if (!mayTellEnd(end, receiver)) add(place, "end of a masked number", end, text);
      }
      if (shop.policy !== "off") checkTold(place, text, { shop, proved, now });
    },
  };

  function checkTold(place: string, text: string, { shop, proved, now }: Receiver): void {
    const counted = new Set(countedOrders(shop, proved, now));
    const isOfVisible = (date: string) =>
      Array.from(counted).some(({ order }) => readDate(date, order) !== undefined);
    for (const { order } of shop.customers.flatMap(({ orders }) => orders)) {
      if ([...counted].some((one) => one.order === order)) continue;
      const date = readDate(text, order);
      if (date && !isOfVisible(date)) add(place, "day of a hidden order", date, text);
    }
    const own = Array.from(counted, ({ order }) => order.summary.total_cost);
    const sums = sumsOf(own);
    const pieces = new Set([...counted].flatMap(({ order }) => order.elements.map(centsOfPiece)));
    for (const cents of readAmounts(text)) {
      const isKnown = values.has(String(cents)) || sums.has(cents) || pieces.has(cents);
      if (!isKnown) add(place, "sum of no visible orders", `${cents} cents`, text);
    }
    const hidden = shop.customers.filter(({ email, orders }) => {
      return orders.length >= uncountedFrom && !((proved.accounts.get(email) ?? 0) > now);
    });
    for (const told of readCounts(text)) {
      // So many of what they proved besides may be in progress.
      const isHidden = hidden.some(({ orders }) => orders.length === told);
      if (isHidden && counted.size < told) add(place, "total of orders", `${told}`, text);
    }
  }
}

export type Findings = ReturnType<typeof createFindings>;

function around(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  return text.slice(Math.max(0, at - 250), at + 120);
}

/** Returns the receiver and the conversation before the finding. */
function toldOf({ shop: { policy, numberAlone, isSloppy }, proved, talk = [] }: Receiver): string {
  const { numbers, emails, accounts } = proved;
  const own = { policy, numberAlone, isSloppy, numbers: [...numbers], emails: [...emails] };
  return [JSON.stringify({ ...own, accounts: [...accounts] }), ...talk].join("\n");
}

/** What one piece of a line cost. */
const centsOfPiece = ({ price, quantity }: OrderElement) => Math.round((price / quantity) * 100);

/** The sums of any of some amounts, in cents. */
function sumsOf(amounts: readonly number[]): Set<number> {
  let sums = [0];
  for (const amount of amounts) {
    const cents = Math.round(amount * 100);
    sums = [...sums, ...sums.map((sum) => sum + cents)];
  }
  return new Set(sums);
}
