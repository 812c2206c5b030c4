import type { Order } from "@meetbot/protocol";
import { say } from "../../phrases/say.ts";
import type { RenderContext } from "../channel.ts";
import { formatMoment, formatMoney } from "./format.ts";
import { orderStatusWords } from "./status-words.ts";

/** More items than this make a message nobody reads; the total still counts them all. */
const maxItems = 10;

/** An order drawn as text. Fields that the customer may not see are simply absent. */
export function orderCard(order: Partial<Order>, context: RenderContext): string {
  const { locale } = context;
  const head = [
    say(locale, "labelOrder", { number: order.order_number ?? "····" }),
    ...(order.status ? [orderStatusWords(order.status, locale)] : []),
    ...(order.timestamp
      ? [say(locale, "labelPlaced", { date: formatMoment(order.timestamp, context) })]
      : []),
  ].join(" · ");
  const body = [...items(order, context), ...amounts(order, context), ...person(order, context)];
  return [head, ...body.map((line) => `  ${line}`)].join("\n");
}

function items({ elements = [], currency = "" }: Partial<Order>, context: RenderContext): string[] {
  const lines = elements.slice(0, maxItems).map((element) => {
    const price = formatMoney(element.price, element.currency ?? currency, context);
    return `${element.quantity} × ${element.title}  ${price}`;
  });
  const left = elements.length - maxItems;
  return left > 0 ? [...lines, say(context.locale, "labelMoreItems", { count: left })] : lines;
}

function amounts(order: Partial<Order>, context: RenderContext): string[] {
  const { summary, adjustments = [], currency = "" } = order;
  if (!summary) return [];
  const line = (label: string, amount: number | undefined, sign = "") =>
    amount === undefined ? [] : [`${label}  ${sign}${formatMoney(amount, currency, context)}`];
  const { locale } = context;
  return [
    ...line(say(locale, "labelSubtotal"), summary.subtotal),
    ...line(say(locale, "labelShipping"), summary.shipping_cost),
    ...line(say(locale, "labelTax"), summary.total_tax),
    ...adjustments.flatMap(({ name, amount }) => line(name, Math.abs(amount), "−")),
    ...line(say(locale, "labelTotal"), summary.total_cost),
  ];
}

function person(order: Partial<Order>, { locale }: RenderContext): string[] {
  const { recipient_name: name, payment_method: method, address, order_url: url } = order;
  const place = address
    ? [address.street_1, address.street_2, address.postal_code, address.city, address.state]
    : [];
  return [
    ...(name ? [say(locale, "labelShipTo", { name })] : []),
    ...(address ? [[...place, address.country].filter(Boolean).join(", ")] : []),
    ...(method ? [say(locale, "labelPayment", { method })] : []),
    ...(url ? [url] : []),
  ];
}
