import type { ShoplineFulfillment, ShoplineOrder } from "../../src/shopline/shopline-order.ts";

export const otto = "otto@shop.example";
export const erna = "erna@guest.example";

const startMs = Date.UTC(2026, 9, 1);
/** The platform writes times in the shop's own zone. */
const at = (hours: number) =>
  new Date(startMs + (hours + 8) * 3_600_000).toISOString().replace(".000Z", "+08:00");

/** In the buyer's currency and in the shop's, which is worth a tenth here. */
export const both = (amount: number, code = "HKD") => ({
  presentment_money: { amount: amount.toFixed(2), currency_code: code },
  shop_money: { amount: (amount / 10).toFixed(2), currency_code: "USD" },
});

/** `paid fulfilled` and so on: how it is paid, and how far it is sent. */
export function order(name: string, statuses: string, changes: Partial<ShoplineOrder> = {}) {
  const [payment = "", sent = "null"] = statuses.split(" ");
  const hours = Number(name.replace(/\D/g, ""));
  return {
    id: `2105022431212188732466${String(hours).padStart(4, "0")}`,
    name,
    email: otto,
    customer: { email: otto },
    status: "open",
    cancelled_at: null,
    financial_status: payment,
    fulfillment_status: sent === "null" ? null : sent,
    hidden_order: false,
    created_at: at(hours),
    order_at: at(hours),
    currency: "USD",
    taxes_included: false,
    payment_gateway_names: ["SLpayments"],
    order_status_url: `https://test.myshopline.com/trade/thank_you?mainOrderSeq=${hours}`,
    current_total_price: "6.45",
    current_total_price_set: both(64.5),
    total_line_items_price: "5.00",
    total_line_items_price_set: both(50),
    total_discounts: "0.00",
    total_discounts_set: both(0),
    total_tax: "0.95",
    total_tax_set: both(9.5),
    total_shipping_price_set: both(5),
    discount_codes: [],
    shipping_lines: [{ price: "0.50" }],
    shipping_address: {
      name: "Otto.Normal",
      first_name: "Otto",
      last_name: "Normal",
      address1: "皇后大道中 1 號",
      address2: "",
      city: "中西區",
      zip: "",
      province: "香港島",
      country_code: "HK",
    },
    line_items: [
      {
        title: "T-Shirt",
        variant_title: "M/red",
        quantity: 2,
        price: "2.50",
        price_set: both(25),
        image_url: "https://img.myshopline.com/shirt.jpg",
      },
    ],
    fulfillments: [],
    ...changes,
  } satisfies ShoplineOrder;
}

export function parcel(
  number: string,
  changes: Partial<ShoplineFulfillment> = {},
): ShoplineFulfillment {
  return {
    id: `f${number}`,
    status: "success",
    shipment_status: null,
    created_at: at(1),
    tracking_company: "SF International",
    tracking_number: number,
    tracking_url: "https://www.sf-international.com/",
    tracking_info_list: [],
    line_items: [{ title: "T-Shirt" }],
    ...changes,
  };
}

const delivered = { shipment_status: "delivered" };

/** The orders of a small shop: one for each state that changes the bot's answer. */
export const orders: readonly ShoplineOrder[] = [
  order("1001", "paid fulfilled", { fulfillments: [parcel("SF100000001", delivered)] }),
  order("1002", "refunded"),
  order("1003", "unpaid", { status: "canceled", cancelled_at: at(1003) }),
  order("1004", "paid fulfilled", {
    fulfillments: [
      parcel("", {
        created_at: "2026-11-15T00:30:00+08:00",
        shipment_status: "out_for_delivery",
        tracking_info_list: [
          { tracking_company: "YunExpress", tracking_number: "YT2100000000001" },
          { tracking_company: "YunExpress", tracking_number: "YT2100000000002" },
        ],
      }),
      // Before the other, whatever their letters say.
      parcel("SF100000004", { created_at: "2026-11-14T20:00:00+08:00", status: "cancelled" }),
    ],
  }),
  order("1005", "paid partial", {
    fulfillments: [parcel("SF100000005", { shipment_status: "faliure" })],
  }),
  order("1006", "unpaid", { payment_gateway_names: ["COD"] }),
  order("1007", "unpaid"),
  order("1008", "partially_paid"),
  order("1009", "authorized"),
  order("1010", "paid fulfilled", { hidden_order: true }),
  order("1011", "paid", { email: "otto+x@shop.example", customer: null }),
  order("1012", "paid", { email: "lotto@shop.example", customer: null }),
  order("D2034", "paid", { email: erna.toUpperCase(), customer: null }),
  order("D2035", "paid", {
    email: "",
    customer: { email: erna },
    currency: "USD",
    taxes_included: true,
    // Kept in the shop's currency alone.
    current_total_price_set: null,
    total_line_items_price: "50.00",
    total_discounts: "5.00",
    discount_codes: [{ code: "KIN4" }, { code: "" }],
    deduct_member_point_amount: "1.00",
    total_tip_received: "2.00",
    total_tax: "7.98",
    shipping_lines: [{ price: "4.95" }],
    line_items: [{ title: "T-Shirt", quantity: 2, price: "25.00", price_set: both(250) }],
    current_total_price: "50.95",
  }),
];
