import type { Order, Package } from "@meetbot/sdk";
import { calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import type { MoneyBag, ShopifyFulfillment, ShopifyLine, ShopifyOrder } from "./shopify-order.ts";
import { hasCome, packageCodeOf, packageStatusOf, statusOf } from "./states.ts";

/** An order of Shopify's in the protocol's words. `timeZone` is the shop's. */
export function mapOrder(order: ShopifyOrder, timeZone: string): PlatformOrder {
  const { shippingAddress: address } = order;
  return {
    account: order.email,
    packages: mapPackages(order, timeZone),
    order: addUp({
      order_number: numberOf(order),
      currency: order.presentmentCurrencyCode,
      timestamp: unixSeconds(order.createdAt),
      ...statusOf(order),
      ...mapAmounts(order),
      ...mapRefunds(order),
      ...only({
        recipient_name: address?.name,
        payment_method: order.paymentGatewayNames.join(", "),
        order_url: webLink(order.statusPageUrl),
        address: address && mapAddress(address),
      }),
    }),
  };
}

/** Shopify names an order #1001; customers type the number with or without the sign. */
const numberOf = ({ name }: ShopifyOrder): string => name.replace(/^#/, "");

/** The amounts of an order as they are now, or as they were when it was placed. */
interface Amounts {
  lines: readonly { line: ShopifyLine; quantity: number; price: number }[];
  total: number;
  tax: number;
  discounts: number;
  /** Shipping with and without its discount: Shopify does not state whether `discounts` include it. */
  shipping: readonly number[];
  duties: number;
  otherFees: number;
}

/**
 * Reads what is left of an order, as Shopify counts it after edits, refunds and returns (`current…` in its admin API's
 * reference, https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Order). Nothing is left of an order that was
 * canceled or returned whole: its amounts are returned as placed.
 */
function readAmounts(order: ShopifyOrder, currency: string): Amounts {
  const read = (bag: MoneyBag | null) => money.round(bag?.presentmentMoney.amount ?? 0, currency);
  const isLeft = order.lineItems.nodes.some(({ currentQuantity }) => currentQuantity > 0);
  const times = (line: ShopifyLine, quantity: number) =>
    money.fromMinor(
      money.toMinor(line.originalUnitPriceSet.presentmentMoney.amount, currency) * quantity,
      currency,
    );
  const lines = order.lineItems.nodes
    .map((line) => ({ line, quantity: isLeft ? line.currentQuantity : line.quantity }))
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity }) => ({ line, quantity, price: times(line, quantity) }));
  return isLeft
    ? {
        lines,
        total: read(order.currentTotalPriceSet),
        tax: read(order.currentTotalTaxSet),
        discounts: read(order.currentTotalDiscountsSet),
        shipping: [read(order.currentShippingPriceSet), read(order.totalShippingPriceSet)],
        duties: read(order.currentTotalDutiesSet),
        otherFees: read(order.currentTotalAdditionalFeesSet),
      }
    : {
        lines,
        total: read(order.totalPriceSet),
        tax: read(order.totalTaxSet),
        discounts: read(order.totalDiscountsSet),
        shipping: [read(order.totalShippingPriceSet), read(order.currentShippingPriceSet)],
        duties: read(order.originalTotalDutiesSet),
        otherFees: read(order.originalTotalAdditionalFeesSet),
      };
}

/** If prices include tax (`taxesIncluded`), the tax is not added to the sum. */
function mapAmounts(
  order: ShopifyOrder,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const currency = order.presentmentCurrencyCode;
  const minor = (amount: number) => money.toMinor(amount, currency);
  const amounts = readAmounts(order, currency);
  const { lines, total, tax, discounts, duties, otherFees } = amounts;
  const subtotal = lines.reduce((sum, { price }) => sum + minor(price), 0);
  const tips = money.round(order.totalTipReceivedSet.presentmentMoney.amount, currency);
  const extrasWith = (tip: number) => [
    { name: order.discountCodes.join(", ") || "Discount", amount: -discounts },
    { name: "Tip", amount: tip },
    { name: "Duties", amount: order.dutiesIncluded ? 0 : duties },
    { name: "Other fees", amount: otherFees },
  ];
  // Shopify does not say whether a tip is among the lines either.
  const readings = amounts.shipping.flatMap((price) =>
    [tips, 0].map((tip) => ({ shipping: price, extras: extrasWith(tip) })),
  );
  const taxBeside = order.taxesIncluded ? 0 : minor(tax);
  const fits = ({ shipping, extras }: (typeof readings)[number]) =>
    extras.reduce(
      (sum, { amount }) => sum + minor(amount),
      subtotal + taxBeside + minor(shipping),
    ) === minor(total);
  const { shipping = 0, extras = [] } = readings.find(fits) ?? readings[0] ?? {};
  return {
    elements: lines.map(({ line, quantity, price }) => ({
      title: line.title,
      quantity,
      price,
      ...only({ subtitle: line.variantTitle, image_url: webLink(line.image?.url) }),
      ...(line.isGiftCard && { kind: "gift_card" as const }),
    })),
    summary: {
      subtotal: money.fromMinor(subtotal, currency),
      shipping_cost: shipping,
      total_tax: tax,
      ...(order.taxesIncluded && { tax_included: true }),
      total_cost: total,
    },
    ...splitExtras(extras),
  };
}

/** Maps refunds. Each contains transactions; the money is on its way until all of them have succeeded. */
function mapRefunds(order: ShopifyOrder): Pick<Order, "refunds"> {
  const currency = order.presentmentCurrencyCode;
  return refundsOf(
    order.refunds.map(({ createdAt, totalRefundedSet, transactions }) => {
      const states = transactions.nodes.map(({ status }) => status);
      const hasFailed = states.some((state) => /^(?:ERROR|FAILURE)$/.test(state));
      const isDone = states.length > 0 && states.every((state) => state === "SUCCESS");
      return {
        amount: money.round(totalRefundedSet.presentmentMoney.amount, currency),
        ...(createdAt !== null && { at: unixSeconds(createdAt) }),
        status: hasFailed ? "failed" : isDone ? "refunded" : "pending",
      };
    }),
  );
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

/** Returns one package per tracking number; a fulfillment without one is also a package. */
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
      ...packageStatusOf(fulfillment),
      ...contentsOf(
        // When a fulfillment has several parcels, Shopify does not report which one holds what.
        fulfillment.fulfillmentLineItems.nodes.map(({ quantity, lineItem: { title } }) => ({
          title,
          quantity: fulfillment.trackingInfo.length > 1 ? null : quantity,
        })),
      ),
      ...only({
        carrier: tracking?.company,
        tracking_number: tracking?.number,
        tracking_url: webLink(tracking?.url),
        exp_delivery: dayOf(fulfillment, timeZone),
      }),
      ...eventsOf(fulfillment),
    }));
  return numberPackages(numberOf(order), packages);
}

function dayOf(fulfillment: ShopifyFulfillment, timeZone: string): string | null {
  const { displayStatus, deliveredAt, estimatedDeliveryAt } = fulfillment;
  const instant = hasCome(displayStatus) ? deliveredAt : estimatedDeliveryAt;
  return instant === null ? null : calendarDay(instant, timeZone);
}

function eventsOf({ events }: ShopifyFulfillment): Pick<Package, "events"> {
  const told = events.nodes.map((one) => ({
    at: unixSeconds(one.happenedAt),
    ...only({ code: packageCodeOf(one.status), place: one.city, text: one.message }),
  }));
  // Drops events that contain only a time.
  const some = told.filter((one) => Object.keys(one).length > 1);
  return some.length > 0 ? { events: some } : {};
}
