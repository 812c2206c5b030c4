import type { Order, Package } from "@meetbot/sdk";
import { calendarDay, money, unixSeconds } from "@meetbot/sdk/shop";
import { addUp } from "../shop/add-up.ts";
import type { PlatformOrder } from "../shop/connect-platform.ts";
import { contentsOf, type Goods } from "../shop/contents.ts";
import { splitExtras } from "../shop/extras.ts";
import { numberPackages } from "../shop/number-packages.ts";
import { only, webLink } from "../shop/only.ts";
import { refundsOf } from "../shop/refunds.ts";
import type {
  EvershopAddress,
  EvershopItem,
  EvershopOrder,
  EvershopShipment,
  Moment,
  Price,
} from "./evershop-order.ts";
import { isRefunded, packageStatusOf, statusOf } from "./states.ts";

interface MapConfig {
  site: string;
  /** Whether the shop sets its prices with their tax, as it does now. */
  isTaxIncluded: boolean;
}

/** An order of EverShop's in the protocol's words. */
export function mapOrder(order: EvershopOrder, config: MapConfig): PlatformOrder {
  const { shippingAddress: address } = order;
  return {
    account: order.customerEmail,
    packages: mapPackages(order),
    order: addUp({
      order_number: order.orderNumber,
      currency: order.currency,
      timestamp: unixSeconds(order.createdAt.value ?? ""),
      ...statusOf(order),
      ...mapAmounts(order, config),
      ...mapRefunds(order),
      ...only({
        recipient_name: address?.fullName || order.customerFullName,
        payment_method: order.paymentMethodName || order.paymentMethod,
        address: address && mapAddress(address),
      }),
    }),
  };
}

/** Maps the amounts as customers saw them: prices with or without tax. */
function mapAmounts(
  order: EvershopOrder,
  { site, isTaxIncluded }: MapConfig,
): Pick<Order, "summary" | "adjustments" | "fees" | "elements"> {
  const { currency } = order;
  const amount = ({ value }: Price) => money.round(value, currency);
  const isIncluded = isWithTax(order, isTaxIncluded);
  const elements = (order.items ?? []).map((item) => ({
    title: nameOf(item),
    quantity: item.qty,
    price: amount(isIncluded ? item.lineTotalInclTax : item.lineTotal),
    ...only({
      subtitle: (item.variantOptions ?? []).map(({ optionText }) => optionText).join(", "),
      image_url: item.thumbnail && webLink(URL.parse(item.thumbnail, `${site}/`)?.href),
    }),
  }));
  return {
    elements,
    summary: {
      subtotal: amount(isIncluded ? order.subTotalInclTax : order.subTotal),
      shipping_cost: amount(isIncluded ? order.shippingFeeInclTax : order.shippingFeeExclTax),
      total_tax: amount(order.totalTaxAmount),
      ...(isIncluded && { tax_included: true }),
      total_cost: amount(order.grandTotal),
    },
    ...splitExtras([{ name: order.coupon || "Discount", amount: -amount(order.discountAmount) }]),
  };
}

/**
 * Whether an order was placed with prices that include tax. EverShop does not store this, and the owner may have
 * changed the setting since. Discounts are taken off one or the other; without a discount, both ways give the same
 * total.
 */
function isWithTax(order: EvershopOrder, isTaxIncluded: boolean): boolean {
  const minor = ({ value }: Price) => money.toMinor(value, order.currency);
  const total = minor(order.grandTotal) + minor(order.discountAmount);
  const gross = minor(order.subTotalInclTax) + minor(order.shippingFeeInclTax);
  const net = minor(order.subTotal) + minor(order.shippingFeeExclTax) + minor(order.totalTaxAmount);
  return gross === total && (isTaxIncluded || net !== total);
}

/**
 * EverShop stores a refund's amount only in a note to the owner (`refundPaymentIntent` in its module stripe), so a
 * partial refund has no amount here; the status of a full refund shows that the whole amount went back.
 */
const mapRefunds = (order: EvershopOrder): Pick<Order, "refunds"> =>
  refundsOf(
    isRefunded(order)
      ? [{ amount: money.round(order.grandTotal.value, order.currency), status: "refunded" }]
      : [],
  );

const nameOf = ({ productName, productSku }: EvershopItem) => productName || productSku;

function mapAddress(address: EvershopAddress) {
  const state = address.province?.name;
  return only({
    street_1: address.address1,
    street_2: address.address2,
    city: address.city,
    postal_code: address.postcode,
    // EverShop's placeholder for an unknown province code.
    state: state === "INVALID_PROVINCE" ? null : state,
    country: address.country?.code,
  });
}

function mapPackages(order: EvershopOrder): Package[] {
  const packages = shipmentsOf(order).map((shipment) => ({
    ...packageStatusOf(shipment, order),
    ...contentsOf(goodsOf(order, shipment)),
    ...only({
      carrier: shipment.carrierName || shipment.carrier,
      tracking_number: shipment.trackingNumber,
      tracking_url: webLink(shipment.trackingUrl),
      exp_delivery: shipment.deliveredAt && dayOf(shipment.deliveredAt),
    }),
  }));
  return numberPackages(order.orderNumber, packages);
}

/** Returns the shipments in the order received, oldest first. */
const shipmentsOf = ({ shipments, shipment }: EvershopOrder): readonly EvershopShipment[] =>
  shipments ?? (shipment ? [shipment] : []);

/** Before EverShop 2.2 a shipment does not list its contents: it holds everything that is sent of the order. */
const goodsOf = ({ items }: EvershopOrder, shipment: EvershopShipment): Goods[] =>
  shipment.items?.map(({ productName: title, qty: quantity }) => ({ title, quantity })) ??
  (items ?? []).map((item) => ({ title: nameOf(item), quantity: null }));

/** Returns the day in the shop's time zone, or in UTC if Node does not know that zone. */
function dayOf({ value, timezone }: Moment): string | null {
  if (!value) return null;
  try {
    return calendarDay(value, timezone || "UTC");
  } catch {
    return calendarDay(value, "UTC");
  }
}
