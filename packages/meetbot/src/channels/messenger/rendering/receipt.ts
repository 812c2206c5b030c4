import { hasSurcharges, orderWords, type Reader, tell } from "@meetbot/presentation";
import type { Address, Order, OrderElement } from "@meetbot/protocol";
import type { ReceiptAddress, ReceiptElement, ReceiptTemplate } from "./graph-message.ts";
import { usableUrl } from "./rendering.ts";
import { maxReceiptElements } from "./sizes.ts";

/** Meta refuses others: "$" or a code of the shop's own. */
const currencies = new Set(Intl.supportedValuesOf("currency"));

/** From here on a timestamp is in milliseconds. */
const minMilliseconds = 1e11;

/**
 * Returns an order as a receipt, or null if it lacks fields that Meta requires. Uses only keys that Meta knows, because
 * Meta refuses the whole message for any other key.
 */
export function toReceipt(order: Partial<Order>, reader: Reader): ReceiptTemplate | null {
  const { recipient_name, order_number, summary, elements = [] } = order;
  const currency = order.currency?.trim().toUpperCase() ?? "";
  if (!recipient_name || !order_number || !summary || elements.length === 0) return null;
  if (!currencies.has(currency)) return null;
  const orderUrl = usableUrl(order.order_url);
  const timestamp = inSeconds(order.timestamp);
  const address = completeAddress(order.address);
  const { adjustments: allAdjustments = [], fees = [] } = order;
  const surcharges = hasSurcharges(order) ? allAdjustments.filter(({ amount }) => amount < 0) : [];
  // A negative fee is a discount.
  const adjustments = [
    ...allAdjustments.filter((one) => !surcharges.includes(one)),
    ...fees.filter(({ amount }) => amount < 0),
  ].filter(({ name }) => name);
  // Meta supports only discounts, so surcharges and fees are listed among the goods.
  const added = [...surcharges, ...fees.filter(({ amount }) => amount >= 0)].map(
    ({ name, amount }) => ({ title: name, quantity: 1, price: Math.abs(amount) }),
  );
  return {
    template_type: "receipt",
    recipient_name,
    order_number,
    currency,
    payment_method: order.payment_method || unpaidWords(order, reader),
    ...(orderUrl && { order_url: orderUrl }),
    ...(timestamp && { timestamp }),
    ...(address && { address }),
    summary: amounts(summary),
    // A positive amount is subtracted, by Meta as on the wire.
    ...(adjustments.length > 0 && {
      adjustments: adjustments.map(({ name, amount }) => ({
        name,
        amount: cents(Math.abs(amount)),
      })),
    }),
    elements: lines([...elements, ...added], currency, reader),
  };
}

/** Returns the order's status for the payment field of an unpaid order: the field must not be empty. */
function unpaidWords(order: Partial<Order>, reader: Reader): string {
  return orderWords(order, reader) || "—";
}

function lines(elements: OrderElement[], currency: string, reader: Reader): ReceiptElement[] {
  if (elements.length <= maxReceiptElements) return elements.map((one) => line(one, currency));
  const rest = elements.slice(maxReceiptElements - 1);
  return [
    ...elements.slice(0, maxReceiptElements - 1).map((one) => line(one, currency)),
    {
      title: tell(reader, "moreItems", { count: rest.length }),
      price: cents(rest.reduce((sum, { price }) => sum + price, 0)),
    },
  ];
}

function line(
  { title, subtitle, quantity, price, ...rest }: OrderElement,
  orderCurrency: string,
): ReceiptElement {
  const imageUrl = usableUrl(rest.image_url);
  const currency = rest.currency?.trim().toUpperCase() ?? orderCurrency;
  return {
    title,
    ...(subtitle && { subtitle }),
    ...(quantity !== undefined && { quantity }),
    price: cents(price),
    ...(currencies.has(currency) && { currency }),
    ...(imageUrl && { image_url: imageUrl }),
  };
}

function amounts(summary: Order["summary"]): ReceiptTemplate["summary"] {
  const given = Object.entries({
    subtotal: summary.subtotal,
    shipping_cost: summary.shipping_cost,
    // Customers would read tax that the prices include as added.
    total_tax: summary.tax_included ? undefined : summary.total_tax,
  }).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(given.map(([name, amount]) => [name, cents(amount)])),
    total_cost: cents(summary.total_cost),
  };
}

/** Returns the address if it is complete: Meta accepts no partial one. */
function completeAddress(address: Address = {}): ReceiptAddress | null {
  const { street_1, street_2, city, postal_code, state } = address;
  const country = address.country?.trim().toUpperCase() ?? "";
  if (!street_1 || !city || !postal_code || !state || !/^[A-Z]{2}$/.test(country)) return null;
  return { street_1, ...(street_2 && { street_2 }), city, postal_code, state, country };
}

function inSeconds(timestamp = ""): string | null {
  if (!/^\d+$/.test(timestamp)) return null;
  const number = Number(timestamp);
  return number < minMilliseconds ? timestamp : String(Math.floor(number / 1000));
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
