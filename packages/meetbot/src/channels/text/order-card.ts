import type { Address } from "@meetbot/protocol";
import type { Locale } from "../../model/conversation/locale.ts";
import type { SeenOrder } from "../../model/conversation/proof.ts";
import { say } from "../../phrases/say.ts";
import { formatMoment, formatMoney, formatMonth, type Reader } from "./format.ts";
import { orderStatusWords } from "./status-words.ts";

/** More items than this make a message nobody reads; the total still counts them all. */
const maxItems = 10;

/** An order drawn as text. Fields that the customer may not see are simply absent. */
export function orderCard(order: Partial<SeenOrder>, reader: Reader): string {
  const { locale } = reader;
  const head = [
    say(locale, "labelOrder", { number: order.order_number ?? "····" }),
    ...(order.status ? [orderStatusWords(order.status, locale)] : []),
    ...placed(order, reader),
  ].join(" · ");
  const body = [...items(order, reader), ...amounts(order, reader), ...person(order, reader)];
  return [head, ...body.map((line) => `  ${line}`)].join("\n");
}

/** When it was placed: the day, or the month where no more may be seen. */
export function placed({ timestamp, placed_month }: Partial<SeenOrder>, reader: Reader): string[] {
  const { locale } = reader;
  if (timestamp) return [say(locale, "labelPlaced", { date: formatMoment(timestamp, reader) })];
  if (!placed_month) return [];
  return [say(locale, "labelPlacedIn", { month: formatMonth(placed_month, reader) })];
}

function items({ elements = [], currency = "" }: Partial<SeenOrder>, reader: Reader): string[] {
  const lines = elements.slice(0, maxItems).map((element) => {
    const price = formatMoney(element.price, element.currency ?? currency, reader);
    return `${element.quantity} × ${element.title}  ${price}`;
  });
  const left = elements.length - maxItems;
  return left > 0 ? [...lines, say(reader.locale, "labelMoreItems", { count: left })] : lines;
}

function amounts(order: Partial<SeenOrder>, reader: Reader): string[] {
  const { summary, adjustments = [], currency = "" } = order;
  if (!summary) return [];
  const line = (label: string, amount: number | undefined, sign = "") =>
    amount === undefined ? [] : [`${label}  ${sign}${formatMoney(amount, currency, reader)}`];
  const { locale } = reader;
  return [
    ...line(say(locale, "labelSubtotal"), summary.subtotal),
    ...line(say(locale, "labelShipping"), summary.shipping_cost),
    ...line(say(locale, "labelTax"), summary.total_tax),
    ...adjustments.flatMap(({ name, amount }) => line(name, Math.abs(amount), "−")),
    ...line(say(locale, "labelTotal"), summary.total_cost),
  ];
}

function person(order: Partial<SeenOrder>, { locale }: Reader): string[] {
  const { recipient_name: name, payment_method: method, address, order_url: url } = order;
  return [
    ...(name ? [say(locale, "labelShipTo", { name })] : []),
    ...(address ? [place(address, locale)] : []),
    ...(method ? [say(locale, "labelPayment", { method })] : []),
    ...(url ? [url] : []),
  ];
}

/** English goes from the street to the country, Chinese the other way. */
function place(address: Address, locale: Locale): string {
  const { street_1, street_2, city, state, postal_code, country } = address;
  const parts =
    locale === "zh"
      ? [country, postal_code, state, city, street_1, street_2]
      : [street_1, street_2, city, state, postal_code, country];
  return [...new Set(parts.filter(Boolean))].join(locale === "zh" ? " " : ", ");
}
