import type { Order, Package } from "@meetbot/sdk";
import { money, packageStatus, unixSeconds } from "@meetbot/sdk/shop";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import { hasCome, statusOf } from "./states.ts";
import type { OrderOutline, WooOrder, WooTracking } from "./woo-order.ts";

/** Maps a WooCommerce order and its known parcels to the protocol. */
export function mapOrder(
  order: WooOrder,
  trackings: readonly WooTracking[],
  isTaxShown: boolean | null = null,
): PlatformOrder {
  const { billing, shipping } = order;
  const address = shipping?.address_1 || shipping?.city ? shipping : billing;
  return {
    account: billing?.email ?? null,
    packages: mapPackages(order, trackings, order.line_items),
    order: addUp({
      order_number: order.number,
      currency: order.currency,
      timestamp: unixSeconds(order.date_created_gmt),
      ...statusOf(order, isPartlySent(order, trackings)),
      ...mapAmounts(order, isTaxShown ?? order.prices_include_tax === true),
      ...mapRefunds(order),
      ...only({
        recipient_name: [address?.first_name, address?.last_name].filter(Boolean).join(" "),
        payment_method: order.payment_method_title,
        order_url: order.needs_payment ? webLink(order.payment_url) : null,
        address: address && mapAddress(address),
      }),
    }),
  };
}

/**
 * Each amount as the shop's own page of an order shows it: with its tax or without, by the shop's setting “Display prices
 * during cart and checkout” (`WC_Order::get_order_item_totals`). A sum is rounded once, as `get_line_subtotal` does.
 */
function mapAmounts(
  order: WooOrder,
  isIncluded: boolean,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const { currency } = order;
  const read = (amount: string) => money.round(amount || 0, currency);
  const shown = (net: string, tax: string | undefined) =>
    money.round(Number(net || 0) + (isIncluded ? Number(tax || 0) : 0), currency);
  const elements = order.line_items
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      title: textOf(line.name),
      quantity: line.quantity,
      price: shown(line.subtotal, line.subtotal_tax),
      ...only({ image_url: webLink(line.image?.src) }),
    }));
  const subtotal = elements.reduce((sum, { price }) => sum + money.toMinor(price, currency), 0);
  const codes = order.coupon_lines.map(({ code }) => code).join(", ");
  return {
    elements,
    summary: {
      subtotal: money.fromMinor(subtotal, currency),
      shipping_cost: shown(order.shipping_total, order.shipping_tax),
      total_tax: read(order.total_tax),
      ...(isIncluded && { tax_included: true }),
      total_cost: read(order.total),
    },
    ...splitExtras([
      { name: codes || "Discount", amount: -shown(order.discount_total, order.discount_tax) },
      ...order.fee_lines.map(({ name, total, total_tax: tax }) => ({
        name: textOf(name) || "Fee",
        amount: shown(total, tax),
      })),
    ]),
  };
}

const mapRefunds = ({ refunds, currency }: WooOrder) =>
  refundsOf((refunds ?? []).map(({ total }) => ({ amount: money.round(total || 0, currency) })));

/**
 * Whether only part of the order was sent: by the contents of the sent parcels, if known; otherwise by the status that
 * WooCommerce's own fulfillments store.
 */
function isPartlySent(order: WooOrder, trackings: readonly WooTracking[]): boolean {
  const noted = order.meta_data.find(({ key }) => key === "_fulfillment_status")?.value;
  if (trackings.length === 0 || trackings.some(({ items }) => items === null)) {
    return noted === "partially_fulfilled";
  }
  const sent = sum(
    trackings.filter(({ isSent }) => isSent).flatMap(({ items }) => items?.map(quantityOf) ?? []),
  );
  return sent > 0 && sent < sum(order.line_items.map(quantityOf));
}

const quantityOf = ({ quantity }: { quantity: number }) => quantity;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&quot;": '"',
  "&#039;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&nbsp;": " ",
};

/** WordPress escapes names as for a page, and plugins put markup into them. */
function textOf(name: string): string {
  return name
    .replaceAll(/<[^<>]{0,200}>/g, " ")
    .replaceAll(/&(?:amp|quot|#039|lt|gt|nbsp);/g, (entity) => entities[entity] ?? entity)
    .trim();
}

function mapAddress(address: NonNullable<WooOrder["shipping"]>) {
  return only({
    street_1: address.address_1,
    street_2: address.address_2,
    city: address.city,
    postal_code: address.postcode,
    state: address.state,
    country: address.country,
  });
}

/**
 * Maps an order's packages. No source of parcels shows whether one arrived; the order's own status does, if the shop
 * has such a status.
 */
export function mapPackages(
  order: OrderOutline,
  trackings: readonly WooTracking[],
  lines: WooOrder["line_items"] = [],
): Package[] {
  const packages = trackings.map(({ number, carrier, url, isSent, items }) => ({
    ...packageStatus(hasCome(order) ? "delivered" : isSent ? "in_transit" : "preparing"),
    ...contentsOf(
      (items ?? []).map(({ lineId, quantity }) => ({
        title: textOf(lines.find(({ id }) => id === lineId)?.name ?? ""),
        quantity,
      })),
    ),
    ...only({ carrier, tracking_number: number, tracking_url: webLink(url) }),
  }));
  return numberPackages(order.number, packages);
}
