import type { ElementKind, Order } from "@meetbot/protocol";
import type { KnownStage, Reader } from "../languages/contract/card-language.ts";
import type { SeenPackage } from "../status/stage-for.ts";
import { orderWords } from "../status/status-words.ts";
import { addressLine } from "../text/address-line.ts";
import { formatMoment, formatMonth } from "../text/dates.ts";
import { fill } from "../text/fill.ts";
import { formatMoney } from "../text/money.ts";
import { tell } from "../text/tell.ts";
import { amountLines } from "./amount-lines.ts";
import type { Dated } from "./delivery-day.ts";

/** An order as a customer may see it, without hidden fields. */
export type SeenOrder = Partial<Order> & {
  /** `YYYY-MM`: the only date shown to a customer who may see little. */
  placed_month?: string;
  /** The stage read from the order's status text, if it was parsed earlier. */
  known_stage?: KnownStage;
  /** The order's package, if it was queried too. */
  parcel?: SeenPackage;
};

/** Replaces a number, or the part of one, that the customer may not see. */
export const hidden = "····";

/** The most items listed: nobody reads a longer message. The total still counts all items. */
const maxItems = 10;

/** An order as lines of text. Fields that the customer may not see are simply absent. */
export function orderLines(order: SeenOrder, reader: Reader): string[] {
  const head = [
    orderName(order, reader),
    ...[orderWords(order, reader)].filter(Boolean),
    ...placedWords(order, reader),
  ].join(" · ");
  return [head, ...itemLines(order, reader), ...amounts(order, reader), ...person(order, reader)];
}

/** Returns an order's name. */
export function orderName({ order_number: number }: SeenOrder, reader: Reader): string {
  return tell(reader, "order", { number: number ?? hidden });
}

/** Returns when the order was placed: the day, or only the month for a customer who may see little. */
export function placed(
  { timestamp, placed_month }: { timestamp?: string | undefined; placed_month?: string },
  reader: Reader,
): Dated {
  const { placed, placedIn } = reader.language.words;
  if (timestamp) return [placed, formatMoment(timestamp, reader)];
  return placed_month ? [placedIn, formatMonth(placed_month, reader)] : ["", ""];
}

/** Returns the order date as text; empty if the customer may see neither the day nor the month. */
export function placedWords(order: SeenOrder, reader: Reader): string[] {
  const [words, date] = placed(order, reader);
  return date ? [fill(words, { date })] : [];
}

/** Formats an order's goods: up to `max` product lines, then how many more there are. */
export function itemLines(order: SeenOrder, reader: Reader, max = maxItems): string[] {
  const { elements = [], currency } = order;
  const lines = elements.slice(0, max).map((element) => {
    const price = formatMoney(element.price, element.currency ?? currency, reader);
    const kind = kindWords(element.kind, reader);
    return `${element.quantity} × ${element.title}${kind && ` (${kind})`}  ${price}`;
  });
  const left = elements.length - max;
  return left > 0 ? [...lines, tell(reader, "moreItems", { count: left })] : lines;
}

/** Returns a label for items that no carrier delivers; empty for all others. */
function kindWords(kind: ElementKind | undefined, { language }: Reader): string {
  if (kind === "digital") return language.words.digital;
  return kind === "gift_card" ? language.words.giftCard : "";
}

function amounts(order: SeenOrder, reader: Reader): string[] {
  return amountLines(order, reader).map(([label, amount]) => `${label}  ${amount}`);
}

function person(order: SeenOrder, reader: Reader): string[] {
  const { recipient_name: name, payment_method: method, address = {}, order_url: url } = order;
  return [
    name && tell(reader, "toName", { name }),
    addressLine(address, reader),
    method && tell(reader, "paidWith", { method }),
    url,
  ].filter((line): line is string => Boolean(line));
}
