import type {
  EvershopItem,
  EvershopOrder,
  EvershopShipment,
} from "../../src/evershop/evershop-order.ts";

export const otto = "otto@shop.example";
export const erna = "erna@guest.example";
/** With an account, and no order. */
export const quiet = "quiet@shop.example";

/** As they were typed. */
export const customers = [{ email: otto }, { email: "Quiet@Shop.Example" }, { email: `l${otto}` }];

const placedAt = Date.UTC(2026, 9, 1);
const hourMs = 3_600_000;

/** A moment as EverShop tells it: milliseconds, in a text. */
const moment = (ms: number) => ({ value: String(ms), timezone: "Europe/Berlin" });
const price = (value: number) => ({ value });

/** `paid/shipped/processing`: how it is paid, how far it is sent, and the order itself; two shirts at 25. */
export function order(
  number: string,
  statuses: string,
  changes: Partial<EvershopOrder> = {},
): EvershopOrder {
  const [payment = "", sent = "", status = "processing"] = statuses.split("/");
  const id = Number(number.replace(/\D/g, "")) % 10_000;
  return {
    ...{ uuid: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`, orderNumber: number },
    ...{ customerEmail: otto, customerFullName: "Otto Normal" },
    ...{ paymentMethod: "stripe", paymentMethodName: "Credit Card" },
    status: { code: status },
    paymentStatus: { code: payment },
    shipmentStatus: { code: sent },
    ...{ currency: "EUR", createdAt: moment(placedAt + id * hourMs), coupon: null },
    // Without tax in the prices: shipping at 4.95, and 19 % of both.
    ...{ subTotal: price(50), subTotalInclTax: price(59.5), discountAmount: price(0) },
    ...{ shippingFeeExclTax: price(4.95), shippingFeeInclTax: price(5.89) },
    ...{ totalTaxAmount: price(10.44), grandTotal: price(65.39) },
    items: [item()],
    shippingAddress: {
      ...{ fullName: "Otto Normal", address1: "Hauptstr. 1", address2: null, city: "Berlin" },
      ...{ postcode: "10115", province: { name: "INVALID_PROVINCE" }, country: { code: "DE" } },
    },
    ...{ shipments: [], shipment: null },
    ...changes,
  };
}

export function item(changes: Partial<EvershopItem> = {}): EvershopItem {
  return {
    ...{ productName: "Classic White T-Shirt", productSku: "SHIRT-M", qty: 2 },
    thumbnail: "/assets/catalog/shirt.jpg",
    ...{ lineTotal: price(50), lineTotalInclTax: price(59.5) },
    variantOptions: [{ optionText: "White" }, { optionText: "M" }],
    ...changes,
  };
}

/** Its status is called as its phase where nothing else is said. */
export function shipment(
  phase: string,
  trackingNumber: string | null,
  changes: Partial<EvershopShipment> = {},
): EvershopShipment {
  return {
    ...{ carrier: "ups", carrierName: "UPS", trackingNumber, phase, status: { code: phase } },
    ...{ trackingUrl: null, deliveredAt: null },
    items: [{ productName: "Classic White T-Shirt", qty: 2 }],
    ...changes,
  };
}

const parcels = [
  shipment("canceled", null),
  shipment("shipped", "1Z999AA10987654321", { status: { code: "out_for_delivery" } }),
  shipment("shipped", "DPD-0042", {
    ...{ carrier: "dpd", carrierName: null, status: { code: "with_a_drone" } },
    ...{ trackingUrl: "https://dpd.example/DPD-0042", items: [{ productName: null, qty: 1 }] },
  }),
];

/** The orders of a small shop, the oldest first. */
export const orders: readonly EvershopOrder[] = [
  order("10001", "paid/delivered/completed", {
    shipments: [
      shipment("delivered", "1Z999AA10123456784", {
        deliveredAt: moment(Date.parse("2026-10-04T22:30:00.000Z")),
      }),
    ],
  }),
  order("10002", "canceled/canceled/canceled"),
  order("10003", "stripe_refunded/pending/closed"),
  order("10004", "paid/pending/closed"),
  order("10005", "stripe_partial_refunded/delivered/completed"),
  // All of it is downloaded.
  order("10006", "pending/delivered", {
    shippingAddress: null,
    items: [item({ thumbnail: null })],
  }),
  order("10007", "pending/pending/new"),
  order("10008", "stripe_failed/pending/new"),
  order("10009", "pending/pending/new", { paymentMethod: "cod", paymentMethodName: null }),
  order("10010", "stripe_authorized/pending", {
    ...{ coupon: "SPRING", discountAmount: price(5), totalTaxAmount: price(9.49) },
    grandTotal: price(59.44),
  }),
  order("10011", "paypal_captured/partially_shipped", {
    ...{ customerEmail: "Otto@Shop.example", shipments: parcels },
  }),
  // Its prices and its discount include tax.
  order("10012", "paid/shipped", {
    ...{ coupon: "SPRING", discountAmount: price(5), totalTaxAmount: price(9.64) },
    grandTotal: price(60.39),
  }),
  order("10013", "paid/partially_delivered"),
  order("10014", "paid/canceled"),
  order("10015", "pending/pending/new", { customerEmail: `l${otto}` }),
  order("10016", "pending/pending/new", { customerEmail: "otto_shop@shop.example" }),
  order("10017", "pending/pending/new", { customerEmail: "ottoXshop@shop.example" }),
  order("100170", "paid/pending", { customerEmail: `${otto}.net` }),
  order("10021", "paid/pending", { customerEmail: "ERNA@guest.example" }),
  order("ES-0022", "paid/pending", { customerEmail: erna }),
];
