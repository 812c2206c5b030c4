import type { Order, Package, Refund } from "@meetbot/sdk";
import { calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf, type Goods } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import type { VendureConfig } from "./config.ts";
import { packageCodeOf, packageStatusOf, statusOf } from "./states.ts";
import type { VendureFulfillment, VendureOrder } from "./vendure-order.ts";

interface MapConfig extends Pick<VendureConfig, "payLaterMethods" | "timeZone"> {
  /** Whether the channel sets its prices with their tax. */
  isTaxIncluded: boolean;
}

/** An order of Vendure's in the protocol's words. */
export function mapOrder(told: VendureOrder, config: MapConfig): PlatformOrder {
  const order = told.state === "Cancelled" ? asPlaced(told) : told;
  const { customer, shippingAddress: address } = order;
  const name = [customer?.firstName, customer?.lastName].filter(Boolean).join(" ");
  const paid = order.payments?.find(({ state }) => /^(Settled|Authorized)$/.test(state));
  return {
    account: customer?.emailAddress ?? null,
    packages: mapPackages(order, config),
    order: addUp({
      order_number: order.code,
      currency: order.currencyCode,
      timestamp: unixSeconds(order.orderPlacedAt ?? order.createdAt),
      ...statusOf(order, config.payLaterMethods),
      ...mapAmounts(order, config.isTaxIncluded),
      ...mapRefunds(order),
      ...only({
        recipient_name: address?.fullName || name,
        payment_method: paid?.method,
        address: address && mapAddress(address),
      }),
    }),
  };
}

/**
 * Restores an order as the customer placed it, since Vendure removes canceled goods from an order, and their discounts
 * too. The amount paid shows how large the discounts were.
 */
function asPlaced(order: VendureOrder): VendureOrder {
  const { shippingLines, surcharges } = order;
  const lines = order.lines.map((line) => ({
    ...line,
    quantity: line.orderPlacedQuantity,
    linePrice: line.unitPrice * line.orderPlacedQuantity,
    linePriceWithTax: line.unitPriceWithTax * line.orderPlacedQuantity,
  }));
  const others = [...shippingLines, ...surcharges];
  const net = sumOf([...lines.map((one) => one.linePrice), ...others.map((one) => one.price)]);
  const gross = sumOf([
    ...lines.map((one) => one.linePriceWithTax),
    ...others.map((one) => one.priceWithTax),
  ]);
  const paid = paidFor(order);
  // A price of one, rounded, is up to half a cent off for each piece: that is no discount.
  const isRounding = Math.abs(gross - paid) <= sumOf(lines.map(({ quantity }) => quantity));
  const off = paid > 0 && paid < gross && !isRounding ? gross - paid : 0;
  const offNet = Math.round((off * net) / (gross || 1));
  const description = (order.couponCodes ?? []).join(", ");
  return {
    ...order,
    lines,
    discounts: off > 0 ? [{ description, amount: -offNet, amountWithTax: -off }] : [],
    total: net - offNet,
    totalWithTax: isRounding ? paid : gross - off,
  };
}

/** With its tax. A payment that was authorized alone is canceled with the order. */
function paidFor({ payments }: VendureOrder): number {
  const amountOf = (states: RegExp) =>
    (payments ?? []).filter(({ state }) => states.test(state)).map(({ amount }) => amount ?? 0);
  const settled = sumOf(amountOf(/^(?:Settled|Authorized)$/));
  return settled > 0 ? settled : (amountOf(/^Cancelled$/).at(-1) ?? 0);
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

/** Vendure counts in hundredths in every currency, unless the shop uses its own strategy. */
const readAmount = (hundredths: number, currency: string) =>
  money.round(hundredths / 100, currency);

/**
 * Maps the amounts. Each Vendure price has a counterpart with tax
 * (https://docs.vendure.io/current/core/core-concepts/pricing); the channel decides which one customers see
 * (`pricesIncludeTax`). Lines and shipping are before discounts, and discounts cover both; the order's `shipping` and
 * `subTotal` are after discounts.
 */
function mapAmounts(
  order: VendureOrder,
  isIncluded: boolean,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const { currencyCode: currency, totalWithTax, total } = order;
  const amount = (hundredths: number) => readAmount(hundredths, currency);
  const shown = (net: number, gross: number) => (isIncluded ? gross : net);
  const priced = order.lines.map((line) => ({
    line,
    price: shown(line.linePrice, line.linePriceWithTax),
  }));
  const shipping = order.shippingLines.reduce(
    (sum, { price, priceWithTax }) => sum + shown(price, priceWithTax),
    0,
  );
  return {
    elements: priced
      .filter(({ line }) => line.quantity > 0)
      .map(({ line: { quantity, featuredAsset, productVariant }, price }) => ({
        title: productVariant.product.name,
        quantity,
        price: amount(price),
        ...only({
          subtitle: variantOf(productVariant.name, productVariant.product.name),
          image_url: webLink((featuredAsset ?? productVariant.product.featuredAsset)?.preview),
        }),
      })),
    summary: {
      subtotal: amount(sumOf(priced.map(({ price }) => price))),
      shipping_cost: amount(shipping),
      total_tax: amount(totalWithTax - total),
      ...(isIncluded && { tax_included: true }),
      total_cost: amount(totalWithTax),
    },
    ...splitExtras([
      ...order.discounts.map((one) => ({
        name: one.description || "Discount",
        amount: amount(shown(one.amount, one.amountWithTax)),
      })),
      ...order.surcharges.map((one) => ({
        name: one.description || "Fee",
        amount: amount(shown(one.price, one.priceWithTax)),
      })),
    ]),
  };
}

const refundStatuses: Readonly<Record<string, NonNullable<Refund["status"]>>> = {
  Pending: "pending",
  Settled: "refunded",
  Failed: "failed",
};

function mapRefunds({ payments, currencyCode }: VendureOrder): Pick<Order, "refunds"> {
  const refunds = (payments ?? []).flatMap(({ refunds }) => refunds ?? []);
  return refundsOf(
    refunds.map(({ total, state, updatedAt }) => ({
      amount: readAmount(total, currencyCode),
      at: unixSeconds(updatedAt),
      ...only({ status: refundStatuses[state] }),
    })),
  );
}

/** Returns what a variant's name adds to the product's name: Vendure names a variant "Classic White T-Shirt M". */
function variantOf(variant: string, product: string): string | null {
  const more = variant.startsWith(product) ? variant.slice(product.length) : variant;
  return more.trim() || null;
}

function mapAddress(address: NonNullable<VendureOrder["shippingAddress"]>) {
  return only({
    street_1: address.streetLine1,
    street_2: address.streetLine2,
    city: address.city,
    postal_code: address.postalCode,
    state: address.province,
    country: address.countryCode,
  });
}

function mapPackages(order: VendureOrder, config: MapConfig): Package[] {
  const packages = [...(order.fulfillments ?? [])]
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt) || compareIds(one, other))
    .map((fulfillment) => ({
      ...packageStatusOf(fulfillment.state),
      ...contentsOf(goodsOf(order, fulfillment)),
      ...only({
        carrier: fulfillment.method,
        tracking_number: fulfillment.trackingCode,
        exp_delivery:
          fulfillment.state === "Delivered"
            ? calendarDay(fulfillment.updatedAt, config.timeZone)
            : null,
      }),
      ...eventsOf(order, fulfillment),
    }));
  return numberPackages(order.code, packages);
}

const compareIds = (one: VendureFulfillment, other: VendureFulfillment) =>
  one.id.localeCompare(other.id, "en", { numeric: true });

function goodsOf({ lines }: VendureOrder, fulfillment: VendureFulfillment): Goods[] {
  return fulfillment.lines.map(({ orderLineId, quantity }) => ({
    title: lines.find(({ id }) => id === orderLineId)?.productVariant.name,
    quantity,
  }));
}

/**
 * Returns a fulfillment's events from the order history: `{ fulfillmentId, from, to }`. A state of the shop's own
 * process has no code.
 */
function eventsOf({ history }: VendureOrder, { id }: VendureFulfillment): Pick<Package, "events"> {
  const events = (history?.items ?? []).flatMap(({ createdAt, data }) => {
    const code = packageCodeOf(data?.to ?? "");
    return String(data?.fulfillmentId) === id && code && code !== "preparing"
      ? [{ at: unixSeconds(createdAt), code }]
      : [];
  });
  return events.length > 0 ? { events: events.reverse() } : {};
}
