import type { Order, Package } from "@meetbot/sdk";
import { balance, money, packageStatus, unixSeconds } from "@meetbot/sdk/shop";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { tellExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { hasCome, statusOf } from "./states.ts";
import type { OrderOutline, WooOrder, WooTracking } from "./woo-order.ts";

/** An order of WooCommerce's in the protocol's words, with the parcels that are known of it. */
export function mapOrder(order: WooOrder, trackings: readonly WooTracking[]): PlatformOrder {
  const { billing, shipping } = order;
  const address = shipping?.address_1 || shipping?.city ? shipping : billing;
  return {
    account: billing?.email ?? null,
    packages: mapPackages(order, trackings),
    order: balance({
      order_number: order.number,
      currency: order.currency,
      timestamp: unixSeconds(order.date_created_gmt),
      ...statusOf(order),
      ...mapAmounts(order),
      ...only({
        recipient_name: [address?.first_name, address?.last_name].filter(Boolean).join(" "),
        payment_method: order.payment_method_title,
        order_url: order.needs_payment ? webLink(order.payment_url) : null,
        address: address && mapAddress(address),
      }),
    }).order,
  };
}

/** All parts are without tax, which stands beside them. */
function mapAmounts(order: WooOrder): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const { currency } = order;
  const read = (amount: string) => money.round(amount || 0, currency);
  const elements = order.line_items
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      title: textOf(line.name),
      quantity: line.quantity,
      price: read(line.subtotal),
      ...only({ image_url: webLink(line.image?.src) }),
    }));
  const subtotal = elements.reduce((sum, { price }) => sum + money.toMinor(price, currency), 0);
  const codes = order.coupon_lines.map(({ code }) => code).join(", ");
  const extras = [
    { name: codes || "Discount", amount: -read(order.discount_total) },
    ...order.fee_lines.map(({ name, total }) => ({
      name: textOf(name) || "Fee",
      amount: read(total),
    })),
  ];
  return {
    elements,
    summary: {
      subtotal: money.fromMinor(subtotal, currency),
      shipping_cost: read(order.shipping_total),
      total_tax: read(order.total_tax),
      total_cost: read(order.total),
    },
    ...tellExtras(extras),
  };
}

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

/** No way to note a parcel says whether it came: the order's own status does, where the shop has such a one. */
export function mapPackages(order: OrderOutline, trackings: readonly WooTracking[]): Package[] {
  const packages = trackings.map(({ number, carrier, url, isSent }) => ({
    ...packageStatus(hasCome(order) ? "delivered" : isSent ? "in_transit" : "preparing"),
    ...only({ carrier, tracking_number: number, tracking_url: webLink(url) }),
  }));
  return numberPackages(order.number, packages);
}
