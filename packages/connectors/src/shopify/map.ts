import type { Order, Package } from "@meetbot/sdk";
import { balance, calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { tellExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import type { ShopifyFulfillment, ShopifyOrder } from "./shopify-order.ts";
import { hasCome, packageStatusOf, statusOf } from "./states.ts";

/** An order of Shopify's in the protocol's words. `timeZone` is the shop's. */
export function mapOrder(order: ShopifyOrder, timeZone: string): PlatformOrder {
  const { shippingAddress: address } = order;
  return {
    account: order.email,
    packages: mapPackages(order, timeZone),
    order: balance({
      order_number: numberOf(order),
      currency: order.presentmentCurrencyCode,
      timestamp: unixSeconds(order.createdAt),
      ...statusOf(order),
      ...mapAmounts(order),
      ...only({
        recipient_name: address?.name,
        payment_method: order.paymentGatewayNames.join(", "),
        order_url: webLink(order.statusPageUrl),
        address: address && mapAddress(address),
      }),
    }).order,
  };
}

/** Shopify calls it #1001; customers type it with and without the sign. */
const numberOf = ({ name }: ShopifyOrder): string => name.replace(/^#/, "");

/** Where prices hold the tax, it is no part of the sum. */
function mapAmounts(
  order: ShopifyOrder,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const currency = order.presentmentCurrencyCode;
  const read = (bag: { presentmentMoney: { amount: string } } | null) =>
    money.round(bag?.presentmentMoney.amount ?? 0, currency);
  const elements = order.lineItems.nodes
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      title: line.title,
      quantity: line.quantity,
      price: read(line.originalTotalSet),
      ...only({ subtitle: line.variantTitle, image_url: webLink(line.image?.url) }),
    }));
  const subtotal = elements.reduce((sum, { price }) => sum + money.toMinor(price, currency), 0);
  const extras = [
    { name: order.discountCodes.join(", ") || "Discount", amount: -read(order.totalDiscountsSet) },
    { name: "Tip", amount: read(order.totalTipReceivedSet) },
  ];
  return {
    elements,
    summary: {
      subtotal: money.fromMinor(subtotal, currency),
      shipping_cost: read(order.totalShippingPriceSet),
      total_tax: read(order.totalTaxSet),
      ...(order.taxesIncluded && { tax_included: true }),
      total_cost: read(order.totalPriceSet),
    },
    ...tellExtras(extras),
  };
}

function mapAddress(address: NonNullable<ShopifyOrder["shippingAddress"]>) {
  return only({
    street_1: address.address1,
    street_2: address.address2,
    city: address.city,
    postal_code: address.zip,
    state: address.province,
    country: address.countryCodeV2,
  });
}

/** One package for each number of a carrier's; a fulfillment without one is a package, too. */
function mapPackages(order: ShopifyOrder, timeZone: string): Package[] {
  const packages = [...order.fulfillments]
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt))
    .flatMap((fulfillment) =>
      (fulfillment.trackingInfo.length > 0 ? fulfillment.trackingInfo : [null]).map((tracking) => ({
        fulfillment,
        tracking,
      })),
    )
    .map(({ fulfillment, tracking }) => ({
      ...packageStatusOf(fulfillment.displayStatus),
      ...only({
        product_name: contentsOf(fulfillment),
        carrier: tracking?.company,
        tracking_number: tracking?.number,
        tracking_url: webLink(tracking?.url),
        exp_delivery: dayOf(fulfillment, timeZone),
      }),
    }));
  return numberPackages(numberOf(order), packages);
}

function dayOf(fulfillment: ShopifyFulfillment, timeZone: string): string | null {
  const { displayStatus, deliveredAt, estimatedDeliveryAt } = fulfillment;
  const instant = hasCome(displayStatus) ? deliveredAt : estimatedDeliveryAt;
  return instant === null ? null : calendarDay(instant, timeZone);
}

function contentsOf({ fulfillmentLineItems: { nodes } }: ShopifyFulfillment): string {
  return [...new Set(nodes.map(({ lineItem }) => lineItem.title))].join(", ");
}
