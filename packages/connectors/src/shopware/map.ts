import type { Order, Package, Refund } from "@meetbot/sdk";
import { calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import { fieldOf } from "../http/field-of.ts";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import type {
  ShopwareAddress,
  ShopwareDelivery,
  ShopwareLine,
  ShopwareOrder,
  ShopwareRefund,
} from "./shopware-order.ts";
import { deliveriesOf, packageStatusOf, paymentOf, statusOf } from "./states.ts";

interface MapConfig {
  timeZone: string;
  /** Of this order, and maybe of others. */
  refunds?: readonly ShopwareRefund[];
}

/** An order of Shopware's in the protocol's words. */
export function mapOrder(
  order: ShopwareOrder,
  { timeZone, refunds = [] }: MapConfig,
): PlatformOrder {
  const deliveries = deliveriesOf(order.deliveries);
  const address = deliveries[0]?.shippingOrderAddress ?? order.billingAddress;
  return {
    account: order.orderCustomer?.email ?? null,
    packages: mapPackages(order.orderNumber, deliveries, timeZone),
    order: addUp({
      order_number: order.orderNumber,
      currency: order.currency.isoCode,
      timestamp: unixSeconds(order.orderDateTime),
      ...statusOf(order),
      ...mapAmounts(order),
      ...mapRefunds(order, refunds),
      ...only({
        recipient_name: [address?.firstName, address?.lastName].filter(Boolean).join(" "),
        payment_method: nameOf(paymentOf(order)?.paymentMethod),
        address: address && mapAddress(address),
      }),
    }),
  };
}

const nameOf = (
  named: { name?: string | null; translated?: { name?: string | null } | null } | null | undefined,
) => named?.translated?.name ?? named?.name;

/**
 * Maps the amounts. `taxStatus` says whether prices include tax, for lines and shipping alike; discounts are negative
 * lines.
 */
function mapAmounts(
  order: ShopwareOrder,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const currency = order.currency.isoCode;
  const round = (amount: number) => money.round(amount, currency);
  // The price of a container includes its items, so skip those.
  const lines = [...(order.lineItems ?? [])]
    .filter(({ parentId, quantity }) => !parentId && quantity > 0)
    .sort((one, other) => (one.position ?? 0) - (other.position ?? 0));
  const goods = lines.filter((line) => !isDiscount(line));
  const subtotal = goods.reduce(
    (sum, { totalPrice }) => sum + money.toMinor(totalPrice, currency),
    0,
  );
  return {
    elements: goods.map((line) => ({
      title: line.label,
      quantity: line.quantity,
      price: round(line.totalPrice),
      ...only({ subtitle: variantOf(line), image_url: webLink(line.cover?.url) }),
    })),
    summary: {
      subtotal: money.fromMinor(subtotal, currency),
      shipping_cost: round(order.shippingTotal),
      total_tax: round(order.amountTotal - order.amountNet),
      ...(order.taxStatus === "gross" && { tax_included: true }),
      total_cost: round(order.amountTotal),
    },
    ...splitExtras(
      lines
        .filter(isDiscount)
        .map(({ label, totalPrice }) => ({ name: label || "Discount", amount: round(totalPrice) })),
    ),
  };
}

/**
 * Maps the refunds that Shopware stores (`order_transaction_capture_refund` of its OpenAPI). Most payment methods
 * refund on their own and set the payment's state: a refunded payment went back in full; the amount of a partial refund
 * is unknown.
 */
function mapRefunds(
  { transactions, currency }: ShopwareOrder,
  refunds: readonly ShopwareRefund[],
): Pick<Order, "refunds"> {
  const round = (amount: number) => money.round(amount, currency.isoCode);
  const told = (transactions ?? []).flatMap(({ id, amount, stateMachineState }): Refund[] => {
    const own = refunds.filter((one) => one.transactionCapture?.orderTransactionId === id);
    if (own.length > 0) {
      return own.map(({ amount, createdAt: at, stateMachineState }) => ({
        amount: round(amount.totalPrice),
        ...(at && { at: unixSeconds(at) }),
        ...only({ status: refundStatuses[stateMachineState?.technicalName ?? ""] }),
      }));
    }
    if (!amount || stateMachineState.technicalName !== "refunded") return [];
    return [{ amount: round(amount.totalPrice), status: "refunded" }];
  });
  return refundsOf(told);
}

const refundStatuses: Readonly<Record<string, NonNullable<Refund["status"]>>> = {
  open: "pending",
  in_progress: "pending",
  completed: "refunded",
  failed: "failed",
  cancelled: "failed",
};

/** Checks whether a line is a discount. A free-shipping promotion is also a line, with the price 0. */
const isDiscount = ({ type, totalPrice }: ShopwareLine): boolean =>
  totalPrice < 0 || type === "promotion" || type === "discount";

/** `[{ group: "Size", option: "M" }]` → `M`. PHP writes an empty payload as a list. */
function variantOf({ payload }: ShopwareLine): string | null {
  const options = fieldOf(payload, "options");
  if (!Array.isArray(options)) return null;
  const names = options.map((one) => fieldOf(one, "option"));
  return names.filter((name) => typeof name === "string").join(", ") || null;
}

function mapAddress(address: ShopwareAddress) {
  return only({
    street_1: address.street,
    street_2: address.additionalAddressLine1,
    city: address.city,
    postal_code: address.zipcode,
    state: address.countryState?.name,
    country: address.country?.iso,
  });
}

/** Returns one package per tracking number of a delivery; a shipped delivery without a number is also a package. */
function mapPackages(
  orderNumber: string,
  deliveries: readonly ShopwareDelivery[],
  timeZone: string,
): Package[] {
  const packages = [...deliveries]
    .sort(
      (one, other) =>
        (one.createdAt ?? "").localeCompare(other.createdAt ?? "") ||
        one.id.localeCompare(other.id),
    )
    .flatMap((delivery) => codesOf(delivery).map((code) => ({ delivery, code })))
    .map(({ delivery, code }) => {
      const status = packageStatusOf(delivery);
      const isComing = /^(?:info_received|in_transit)$/.test(status.package_status_code);
      const dayOf = (date: string | null | undefined) =>
        isComing && date ? calendarDay(date, timeZone) : null;
      return {
        ...status,
        ...contentsOf(
          // When a delivery has several numbers, Shopware does not report which parcel holds what.
          (delivery.positions ?? []).map(({ quantity, orderLineItem }) => ({
            title: orderLineItem?.label,
            quantity: codesOf(delivery).length > 1 ? null : quantity,
          })),
        ),
        ...only({
          carrier: nameOf(delivery.shippingMethod),
          tracking_number: code,
          tracking_url: linkOf(delivery, code),
          exp_delivery: dayOf(delivery.shippingDateLatest),
          exp_delivery_from: dayOf(delivery.shippingDateEarliest),
          exp_delivery_to: dayOf(delivery.shippingDateLatest),
        }),
      };
    });
  return numberPackages(orderNumber, packages);
}

function codesOf({ trackingCodes, stateMachineState }: ShopwareDelivery): (string | null)[] {
  const codes = (trackingCodes ?? []).filter((code) => code.trim() !== "");
  const hasLeft = /^(?:shipped|returned)/.test(stateMachineState.technicalName);
  return codes.length === 0 && hasLeft ? [null] : codes;
}

/** Returns the shipping method's tracking link, with `%s` replaced by the number as in Shopware's emails. */
function linkOf({ shippingMethod }: ShopwareDelivery, code: string | null): string | null {
  const link = shippingMethod?.trackingUrl;
  if (code === null || !link?.includes("%s")) return null;
  return webLink(link.replaceAll("%s", encodeURIComponent(code)));
}
