import type { Order, Package, PackageEvent } from "@meetbot/sdk";
import { calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf, type Goods } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import type { MedusaConfig } from "./config.ts";
import type {
  CreditLine,
  MedusaAddress,
  MedusaFulfillment,
  MedusaItem,
  MedusaOrder,
  OrderNumbers,
} from "./medusa-order.ts";
import { packageStatusOf, quantityLeft, statusOf } from "./states.ts";

type MapConfig = Pick<MedusaConfig, "carrier" | "timeZone">;

/** An order of Medusa's in the protocol's words. */
export function mapOrder(order: MedusaOrder, config: MapConfig): PlatformOrder {
  const { shipping_address: address } = order;
  return {
    account: order.email ?? order.customer?.email ?? null,
    packages: mapPackages(order, config),
    order: addUp({
      order_number: numberOf(order),
      currency: order.currency_code.toUpperCase(),
      timestamp: unixSeconds(order.created_at),
      ...statusOf(order),
      ...mapAmounts(order),
      ...mapRefunds(order),
      ...only({
        recipient_name: [address?.first_name, address?.last_name].filter(Boolean).join(" "),
        payment_method: paymentMethodOf(order),
        address: address && mapAddress(address),
      }),
    }),
  };
}

/** Returns the shop's own order number if it has one, else Medusa's. */
export const numberOf = ({ display_id: id, custom_display_id: own }: OrderNumbers): string =>
  own?.trim().replace(/^#/, "") || String(id);

/**
 * When all prices were set with tax, customers saw them with tax, so the order shows them so; otherwise it shows them
 * without. A refund beyond what is owed creates a credit line, which lowers Medusa's total (`refundPaymentWorkflow` in
 * its core-flows): the order shows it as a refund, beside the original total.
 */
function mapAmounts(
  order: MedusaOrder,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const currency = order.currency_code;
  const round = (amount: number | null | undefined) => money.round(amount ?? 0, currency);
  const items = (order.items ?? []).filter(({ quantity }) => quantity > 0);
  const isIncluded = isWithTax(order, items);
  const elements = items.map((item) => ({
    title: item.product_title || item.title,
    quantity: quantityLeft(item) || item.quantity,
    price: round(isIncluded ? item.original_total : item.subtotal),
    ...only({ subtitle: variantOf(item), image_url: webLink(item.thumbnail) }),
  }));
  const subtotal = elements.reduce((sum, { price }) => sum + money.toMinor(price, currency), 0);
  const credits = order.credit_lines ?? [];
  const refunded = credits
    .filter(isRefund)
    .reduce((sum, { amount }) => sum + money.toMinor(amount, currency), 0);
  const codes = new Set(items.flatMap(({ adjustments }) => adjustments ?? []).map(codeOf));
  return {
    elements,
    summary: {
      subtotal: money.fromMinor(subtotal, currency),
      shipping_cost: round(isIncluded ? order.original_shipping_total : order.shipping_subtotal),
      total_tax: round(order.tax_total),
      ...(isIncluded && { tax_included: true }),
      total_cost: money.fromMinor(money.toMinor(order.total, currency) + refunded, currency),
    },
    ...splitExtras([
      {
        name: [...codes].filter(Boolean).join(", ") || "Discount",
        amount: -round(isIncluded ? order.discount_total : order.discount_subtotal),
      },
      ...credits
        .filter((one) => !isRefund(one))
        .map(({ amount }) => ({ name: "Credit", amount: -round(amount) })),
    ]),
  };
}

const isRefund = ({ reference }: CreditLine) => reference === "payment_collection";

/** Maps the refunds of the payments; if there are none, those of the credit lines. */
function mapRefunds(order: MedusaOrder): Pick<Order, "refunds"> {
  const read = (amount: number) => money.round(amount, order.currency_code);
  const paidBack = (order.payment_collections ?? [])
    .flatMap(({ payments }) => payments ?? [])
    .flatMap(({ refunds }) => refunds ?? []);
  const credits = (order.credit_lines ?? []).filter(isRefund);
  return refundsOf(
    paidBack.length > 0
      ? paidBack.map(({ amount, created_at: at }) => ({
          amount: read(amount),
          ...(at && { at: unixSeconds(at) }),
          status: "refunded",
        }))
      : credits.map(({ amount }) => ({ amount: read(amount), status: "refunded" })),
  );
}

const codeOf = ({ code }: { code?: string | null }) => code ?? "";

function isWithTax({ shipping_methods: methods }: MedusaOrder, items: readonly MedusaItem[]) {
  const priced = [...items, ...(methods ?? [])];
  return priced.length > 0 && priced.every((one) => one.is_tax_inclusive === true);
}

/** Medusa gives products without variants an unnamed default variant; returns null for it. */
function variantOf({ variant_title: variant }: MedusaItem): string | null {
  return /^default(?: variant)?$/i.test(variant ?? "") ? null : (variant ?? null);
}

/**
 * `pp_stripe-ideal_stripe` → `stripe-ideal`; null for Medusa's built-in method, where the money arrives by other means.
 */
function paymentMethodOf({ payment_collections: collections }: MedusaOrder): string | null {
  const payments = (collections ?? []).flatMap(({ payments }) => payments ?? []);
  const payment = payments.findLast(({ canceled_at: at }) => !at) ?? payments.at(-1);
  const [, name = ""] = /^pp_([^_]+)/.exec(payment?.provider_id ?? "") ?? [];
  return name === "system" ? null : name;
}

function mapAddress(address: MedusaAddress) {
  return only({
    street_1: address.address_1,
    street_2: address.address_2,
    city: address.city,
    postal_code: address.postal_code,
    state: address.province,
    country: address.country_code?.toUpperCase(),
  });
}

/** Returns one package per label with a number; a fulfillment without one is also a package. */
function mapPackages(order: MedusaOrder, { carrier, timeZone }: MapConfig): Package[] {
  const packages = [...(order.fulfillments ?? [])]
    .sort(
      (one, other) =>
        one.created_at.localeCompare(other.created_at) || one.id.localeCompare(other.id),
    )
    .flatMap((fulfillment) =>
      labelsOf(fulfillment).map((label) => ({
        ...packageStatusOf(fulfillment),
        // When a fulfillment has several labels, Medusa does not report which parcel holds what.
        ...contentsOf(goodsOf(order, fulfillment, labelsOf(fulfillment).length > 1)),
        ...only({
          carrier: label.tracking_number && carrier,
          tracking_number: label.tracking_number,
          tracking_url: webLink(label.tracking_url),
          exp_delivery: fulfillment.delivered_at && calendarDay(fulfillment.delivered_at, timeZone),
        }),
        ...eventsOf(fulfillment),
      })),
    );
  return numberPackages(numberOf(order), packages);
}

type Label = NonNullable<MedusaFulfillment["labels"]>[number];

function labelsOf({ labels }: MedusaFulfillment): readonly Label[] {
  const numbered = (labels ?? []).filter((one) => one.tracking_number?.trim());
  return numbered.length > 0 ? numbered : [{}];
}

function goodsOf(
  { items }: MedusaOrder,
  fulfillment: MedusaFulfillment,
  isSplit: boolean,
): Goods[] {
  return (fulfillment.items ?? []).map(({ line_item_id: id, title, quantity }) => {
    const item = (items ?? []).find((one) => one.id === id);
    return {
      title: item?.product_title || item?.title || title,
      quantity: isSplit ? null : quantity,
    };
  });
}

/** Returns the times that Medusa stores for a fulfillment, newest first. */
function eventsOf({
  shipped_at: shipped,
  delivered_at: delivered,
}: MedusaFulfillment): Pick<Package, "events"> {
  const events: PackageEvent[] = [
    ...(delivered ? [{ at: unixSeconds(delivered), code: "delivered" as const }] : []),
    ...(shipped ? [{ at: unixSeconds(shipped), code: "in_transit" as const }] : []),
  ];
  return events.length > 0 ? { events } : {};
}
