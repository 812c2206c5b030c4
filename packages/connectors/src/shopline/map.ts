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
  ShoplineAddress,
  ShoplineFulfillment,
  ShoplineOrder,
  ShoplineRefundTransaction,
  ShoplineTracking,
} from "./shopline-order.ts";
import { packageStatusOf, statusOf } from "./states.ts";

/** An order of SHOPLINE's in the protocol's words. */
export function mapOrder(order: ShoplineOrder): PlatformOrder {
  const { shipping_address: address } = order;
  const amounts = readAmounts(order);
  return {
    account: accountOf(order),
    packages: mapPackages(order),
    order: addUp({
      order_number: numberOf(order),
      currency: amounts.currency,
      timestamp: unixSeconds(placedAt(order)),
      ...statusOf(order),
      ...mapAmounts(order, amounts),
      ...mapRefunds(order, amounts.currency),
      ...only({
        recipient_name:
          [address?.first_name, address?.last_name].filter(Boolean).join(" ") || address?.name,
        payment_method: (order.payment_gateway_names ?? []).join(", "),
        order_url: webLink(order.order_status_url),
        address: address && mapAddress(address),
      }),
    }),
  };
}

/** Customers identify an order by its name, to which a shop may have added a prefix. */
export const numberOf = ({ name }: ShoplineOrder): string => name.replace(/^#/, "");

export const placedAt = ({ order_at: at, created_at: created }: ShoplineOrder): string =>
  at || created;

/** Returns the account of an order. The platform masks emails that it withholds with asterisks. */
export function accountOf({ email, customer }: ShoplineOrder): string | null {
  const told = email || customer?.email || null;
  return told?.includes("*") ? null : told;
}

type Amount = string | null | undefined;
type Amounts = ShoplineOrder["current_total_price_set"];

interface AmountReader {
  currency: string;
  read(plain: Amount, both: Amounts): number;
}

/**
 * Reads amounts as the customer paid them: in the customer's currency where the order has it, and never in two
 * currencies.
 */
function readAmounts(order: ShoplineOrder): AmountReader {
  const shown = order.current_total_price_set?.presentment_money;
  const currency = shown?.currency_code || order.currency;
  const hasBoth = Boolean(shown?.currency_code && shown.amount);
  return {
    currency,
    read: (plain, both) =>
      money.round((hasBoth ? both?.presentment_money?.amount : plain) || 0, currency),
  };
}

function mapAmounts(
  order: ShoplineOrder,
  { currency, read }: AmountReader,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const elements = order.line_items
    .filter(({ quantity }) => quantity > 0)
    .map((line) => ({
      title: line.title,
      quantity: line.quantity,
      price: times(read(line.price, line.price_set), line.quantity, currency),
      ...only({ subtitle: line.variant_title, image_url: webLink(line.image_url) }),
    }));
  const codes = (order.discount_codes ?? []).flatMap(({ code }) => code || []).join(", ");
  const extras = [
    {
      name: codes || "Discount",
      amount: -read(order.total_discounts, order.total_discounts_set),
    },
    {
      name: "Points",
      amount: -read(order.deduct_member_point_amount, order.deduct_member_point_amount_set),
    },
    { name: "Tip", amount: read(order.total_tip_received, order.total_tip_received_set) },
  ];
  return {
    elements,
    summary: {
      subtotal: read(order.total_line_items_price, order.total_line_items_price_set),
      shipping_cost: read(shippingOf(order, currency), order.total_shipping_price_set),
      total_tax: read(order.total_tax, order.total_tax_set),
      ...(order.taxes_included === true && { tax_included: true }),
      total_cost: read(order.current_total_price, order.current_total_price_set),
    },
    ...splitExtras(extras),
  };
}

/**
 * Returns only refunds in the order's currency; amounts in another one mean nothing to a customer who paid in this one.
 */
function mapRefunds({ refunds }: ShoplineOrder, currency: string): Pick<Order, "refunds"> {
  const transactions = (refunds ?? []).flatMap((refund) => refund.transactions ?? []);
  return refundsOf(
    transactions.flatMap((transaction): Refund | [] => {
      const amount = paidBack(transaction, currency);
      const at = transaction.processed_at || transaction.created_at;
      return amount
        ? {
            amount: money.round(amount, currency),
            ...(at && { at: unixSeconds(at) }),
            ...only({ status: refundStatuses[transaction.status ?? ""] }),
          }
        : [];
    }),
  );
}

function paidBack(transaction: ShoplineRefundTransaction, currency: string): Amount {
  if (transaction.currency === currency) return transaction.amount;
  return transaction.settle_currency === currency ? transaction.settle_amount : null;
}

const refundStatuses: Readonly<Record<string, NonNullable<Refund["status"]>>> = {
  pending: "pending",
  success: "refunded",
  failure: "failed",
  error: "failed",
};

const times = (price: number, quantity: number, currency: string) =>
  money.fromMinor(money.toMinor(price, currency) * quantity, currency);

/** Returns the shipping cost; in the shop's currency, only the shipping lines contain it. */
function shippingOf({ shipping_lines: lines }: ShoplineOrder, currency: string): string {
  const minor = (lines ?? []).reduce(
    (sum, { price }) => sum + money.toMinor(price || 0, currency),
    0,
  );
  return String(money.fromMinor(minor, currency));
}

function mapAddress(address: ShoplineAddress) {
  return only({
    street_1: address.address1,
    street_2: address.address2,
    city: address.city,
    postal_code: address.zip,
    state: address.province,
    country: address.country_code,
  });
}

/** Returns one package per tracking number; a fulfillment without one is also a package. */
function mapPackages(order: ShoplineOrder): Package[] {
  const packages = [...(order.fulfillments ?? [])]
    .sort((one, other) => Date.parse(one.created_at) - Date.parse(other.created_at))
    .flatMap((fulfillment) =>
      trackingsOf(fulfillment).map((tracking) => ({
        ...packageStatusOf(fulfillment),
        ...contentsOf(
          // When a fulfillment has several numbers, SHOPLINE does not report which parcel holds what.
          (fulfillment.line_items ?? []).map(({ title, fulfillment_quantity: quantity }) => ({
            title,
            quantity: trackingsOf(fulfillment).length > 1 ? null : quantity,
          })),
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

function trackingsOf(fulfillment: ShoplineFulfillment): readonly ShoplineTracking[] {
  const listed = (fulfillment.tracking_info_list ?? []).filter((one) => one.tracking_number);
  return listed.length > 0 ? listed : [fulfillment];
}
