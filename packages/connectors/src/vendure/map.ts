import type { Order, Package } from "@meetbot/sdk";
import { balance, calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { tellExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import type { VendureConfig } from "./config.ts";
import { packageStatusOf, statusOf } from "./states.ts";
import type { VendureFulfillment, VendureOrder } from "./vendure-order.ts";

type MapConfig = Pick<VendureConfig, "payLaterMethods" | "timeZone">;

/** An order of Vendure's in the protocol's words. */
export function mapOrder(told: VendureOrder, config: MapConfig): PlatformOrder {
  const order = told.state === "Cancelled" ? asPlaced(told) : told;
  const { customer, shippingAddress: address } = order;
  const name = [customer?.firstName, customer?.lastName].filter(Boolean).join(" ");
  const paid = order.payments?.find(({ state }) => /^(Settled|Authorized)$/.test(state));
  return {
    account: customer?.emailAddress ?? null,
    packages: mapPackages(order, config),
    order: balance({
      order_number: order.code,
      currency: order.currencyCode,
      timestamp: unixSeconds(order.orderPlacedAt ?? order.createdAt),
      ...statusOf(order, config.payLaterMethods),
      ...mapAmounts(order),
      ...only({
        recipient_name: address?.fullName || name,
        payment_method: paid?.method,
        address: address && mapAddress(address),
      }),
    }).order,
  };
}

/** Vendure takes what is called off out of the order: whoever asks about it knows it as it was placed. */
function asPlaced(order: VendureOrder): VendureOrder {
  const lines = order.lines.map((line) => ({
    ...line,
    quantity: line.orderPlacedQuantity,
    linePrice: line.unitPrice * line.orderPlacedQuantity,
  }));
  const goods = lines.reduce((sum, { linePrice }) => sum + linePrice, 0);
  const goodsWithTax = lines.reduce(
    (sum, { quantity, unitPriceWithTax }) => sum + quantity * unitPriceWithTax,
    0,
  );
  return {
    ...order,
    lines,
    discounts: [],
    total: goods + order.shipping,
    totalWithTax: goodsWithTax + order.shippingWithTax,
  };
}

/**
 * The parts of the sum without tax, and the tax beside them. `subTotal` is Vendure's after its discounts; the lines
 * are before them.
 */
function mapAmounts(
  order: VendureOrder,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const { currencyCode: currency, totalWithTax, total, shipping } = order;
  // Vendure counts hundredths in every currency, unless the shop has a strategy of its own.
  const amount = (hundredths: number) => money.round(hundredths / 100, currency);
  const elements = order.lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ quantity, linePrice, featuredAsset, productVariant: { name, product } }) => ({
      title: product.name,
      quantity,
      price: amount(linePrice),
      ...only({
        subtitle: variantOf(name, product.name),
        image_url: webLink((featuredAsset ?? product.featuredAsset)?.preview),
      }),
    }));
  const subtotal = order.lines.reduce((sum, { linePrice }) => sum + linePrice, 0);
  const extras = [
    ...order.discounts.map(({ description, amount: less }) => ({
      name: description || "Discount",
      amount: amount(less),
    })),
    ...order.surcharges.map(({ description, price }) => ({
      name: description || "Fee",
      amount: amount(price),
    })),
  ];
  return {
    elements,
    summary: {
      subtotal: amount(subtotal),
      shipping_cost: amount(shipping),
      total_tax: amount(totalWithTax - total),
      total_cost: amount(totalWithTax),
    },
    ...tellExtras(extras),
  };
}

/** Vendure names a variant "Classic White T-Shirt M": what it adds to the product's name. */
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
      ...only({
        product_name: contentsOf(order, fulfillment),
        carrier: fulfillment.method,
        tracking_number: fulfillment.trackingCode,
        exp_delivery:
          fulfillment.state === "Delivered"
            ? calendarDay(fulfillment.updatedAt, config.timeZone)
            : null,
      }),
    }));
  return numberPackages(order.code, packages);
}

const compareIds = (one: VendureFulfillment, other: VendureFulfillment) =>
  one.id.localeCompare(other.id, "en", { numeric: true });

function contentsOf({ lines }: VendureOrder, fulfillment: VendureFulfillment): string | null {
  const names = fulfillment.lines.flatMap(
    ({ orderLineId }) => lines.find(({ id }) => id === orderLineId)?.productVariant.name ?? [],
  );
  return [...new Set(names)].join(", ") || null;
}
