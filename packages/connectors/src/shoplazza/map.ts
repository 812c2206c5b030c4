import type { Order, Package, Refund } from "@meetbot/sdk";
import { money, unixSeconds } from "@meetbot/sdk/shop";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import type {
  ShoplazzaAddress,
  ShoplazzaFulfillment,
  ShoplazzaOrder,
  ShoplazzaTracking,
} from "./shoplazza-order.ts";
import { filterOf, packageStatusOf, statusOf } from "./states.ts";

/** An order of Shoplazza's in the protocol's words. */
export function mapOrder(order: ShoplazzaOrder): PlatformOrder {
  const { shipping_address: address } = order;
  return {
    account: accountOf(order),
    packages: mapPackages(order),
    order: addUp({
      order_number: numberOf(order),
      currency: order.currency,
      timestamp: unixSeconds(order.placed_at || order.created_at),
      ...statusOf(order),
      ...mapAmounts(order),
      ...mapRefunds(order),
      ...only({
        recipient_name: [address?.first_name, address?.last_name].filter(Boolean).join(" "),
        payment_method: order.payment_line?.payment_name || order.payment_method,
        order_url: filterOf(order) === "unpaid" ? webLink(order.checkout_url) : null,
        address: address && mapAddress(address),
      }),
    }),
  };
}

/** Returns the account of an order; a customer who gave only a phone number may have an email in the address. */
export const accountOf = ({ customer, shipping_address: address }: ShoplazzaOrder) =>
  customer?.email || address?.email || null;

export const numberOf = ({ number }: ShoplazzaOrder): string => number.replace(/^#/, "");

/** Maps the amounts. `sub_total` is the goods before discounts, with or without tax (`product_tax_included`). */
function mapAmounts(
  order: ShoplazzaOrder,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const { currency } = order;
  const read = (amount: string | null | undefined) => money.round(amount || 0, currency);
  const extras = [
    { name: "Discount", amount: -read(order.total_discount) },
    { name: "Gift card", amount: -read(order.gift_card_total) },
    { name: "Tip", amount: read(order.total_tip_received) },
    { name: "Duty", amount: read(order.duty_total) },
    ...(order.additional_prices ?? []).map(({ name, fee_title: title, price }) => ({
      name: title || name || "Fee",
      amount: read(price),
    })),
  ];
  const isIncluded = order.config?.product_tax_included === true;
  const tax = money.toMinor(read(order.total_tax), currency);
  const shippingTax = isIncluded ? 0 : money.toMinor(read(order.shipping_tax_total), currency);
  return {
    elements: order.line_items
      .filter(({ quantity }) => quantity > 0)
      .map((line) => ({
        title: line.product_title,
        quantity: line.quantity,
        price: line.total_price ? read(line.total_price) : times(line, currency),
        ...only({ subtitle: line.variant_title, image_url: imageOf(line.image) }),
      })),
    summary: {
      subtotal: read(order.sub_total),
      shipping_cost: read(order.total_shipping),
      total_tax: money.fromMinor(tax + shippingTax, currency),
      ...(isIncluded && { tax_included: true }),
      total_cost: read(order.total_price),
    },
    ...splitExtras(extras),
  };
}

const refundStatuses: Readonly<Record<string, NonNullable<Refund["status"]>>> = {
  refunding: "pending",
  partially_refunded: "refunded",
  refunded: "refunded",
};

/**
 * Returns the refunds of an order. The order has one total of all refunds and no date; whether the total includes
 * failed refunds is undocumented.
 */
function mapRefunds(order: ShoplazzaOrder): Pick<Order, "refunds"> {
  const { financial_status: payment, total_refund_price: total, currency } = order;
  const status = refundStatuses[payment];
  return refundsOf(status ? [{ amount: money.round(total || 0, currency), status }] : []);
}

const times = ({ price, quantity }: { price: string; quantity: number }, currency: string) =>
  money.fromMinor(money.toMinor(price || 0, currency) * quantity, currency);

function imageOf(image: ShoplazzaOrder["line_items"][number]["image"]): string | null {
  const link = typeof image === "string" ? image : image?.src;
  return webLink(link?.startsWith("//") ? `https:${link}` : link);
}

function mapAddress(address: ShoplazzaAddress) {
  return only({
    street_1: address.address,
    street_2: address.address1,
    city: address.city,
    postal_code: address.zip,
    state: address.province,
    country: address.country_code,
  });
}

/** Returns one package per tracking number; a fulfillment without one is also a package. */
function mapPackages(order: ShoplazzaOrder): Package[] {
  const packages = [...(order.fulfillments ?? [])]
    .sort((one, other) => one.created_at.localeCompare(other.created_at))
    .flatMap((fulfillment) =>
      trackingsOf(fulfillment).map((tracking) => ({
        ...packageStatusOf(fulfillment.status),
        ...contentsOf(
          // When a fulfillment has several numbers, Shoplazza does not report which parcel holds what.
          (fulfillment.line_items ?? []).map(
            ({ product_title: title, ship_quantity: quantity }) => ({
              title,
              quantity: trackingsOf(fulfillment).length > 1 ? null : quantity || null,
            }),
          ),
        ),
        ...only({
          carrier: tracking.tracking_company,
          tracking_number: tracking.tracking_number,
          tracking_url: webLink(tracking.tracking_url),
        }),
      })),
    );
  return numberPackages(numberOf(order), packages);
}

function trackingsOf(fulfillment: ShoplazzaFulfillment): readonly ShoplazzaTracking[] {
  const items = (fulfillment.tracking_items ?? []).filter((one) => one.tracking_number);
  return items.length > 0 ? items : [fulfillment];
}
