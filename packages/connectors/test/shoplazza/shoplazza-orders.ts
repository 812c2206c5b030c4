import type { ShoplazzaFulfillment, ShoplazzaOrder } from "../../src/shoplazza/shoplazza-order.ts";

export const otto = "otto@shop.example";
export const erna = "Erna@guest.example";

const startMs = Date.UTC(2026, 9, 1);
const at = (hours: number) =>
  new Date(startMs + hours * 3_600_000).toISOString().replace(".000", "");

type Statuses = Pick<ShoplazzaOrder, "status" | "financial_status" | "fulfillment_status">;

/** `placed paid waiting` and so on: the three statuses of an order. */
export function order(number: string, statuses: string, changes: Partial<ShoplazzaOrder> = {}) {
  const [status = "", payment = "", sent = ""] = statuses.split(" ");
  const own: Statuses = { status, financial_status: payment, fulfillment_status: sent };
  const hours = Number(number.replace(/\D/g, ""));
  return {
    id: `633130-${number.padStart(8, "0")}`,
    number,
    ...own,
    cancelled_at: null,
    created_at: at(hours),
    placed_at: status === "opened" ? null : at(hours),
    currency: "USD",
    sub_total: "40.00",
    total_price: "55.47",
    total_discount: "0.00",
    total_shipping: "12.00",
    total_tax: "3.47",
    payment_method: "online",
    payment_line: { payment_name: "PayPal" },
    config: { product_tax_included: false },
    checkout_url: `https://test.example/checkout/${number}`,
    customer: { email: otto },
    shipping_address: {
      first_name: "Otto",
      last_name: "Normal",
      address: "1 Rue des Carrieres",
      address1: "",
      city: "SAN JOSE",
      zip: "87036",
      province: "New Mexico",
      country_code: "US",
      email: otto,
    },
    line_items: [
      {
        product_title: "shirt",
        variant_title: "L-blue",
        quantity: 2,
        price: "20.00",
        total_price: "40.00",
        image: { src: "//cdn.shoplazza.com/shirt.jpeg" },
      },
    ],
    fulfillments: [],
    ...changes,
  } satisfies ShoplazzaOrder;
}

export function parcel(status: string, number: string, hours: number): ShoplazzaFulfillment {
  return {
    id: `f-${number}`,
    status,
    created_at: at(hours),
    tracking_company: "燕文物流",
    tracking_number: number,
    tracking_url: "",
    tracking_items: [],
    line_items: [{ product_title: "shirt" }],
  };
}

/** The orders of a small shop, unsorted: one for each state that changes the bot's answer. */
export const orders: readonly ShoplazzaOrder[] = [
  order("1001", "finished paid finished", { fulfillments: [parcel("finished", "YW100000001", 1)] }),
  order("1002", "finished refunded returned"),
  order("1003", "cancelled cancelled initialled", { cancelled_at: at(1003) }),
  order("1004", "placed paid partially_shipped", {
    // Two parcels of one fulfillment after one of another, which came first.
    fulfillments: [
      {
        ...parcel("shipped", "YW100000042", 1020),
        tracking_items: [
          { tracking_company: "YunExpress", tracking_number: "YT2100000000001" },
          { tracking_company: "YunExpress", tracking_number: "YT2100000000002" },
        ],
      },
      { ...parcel("waiting", "", 1010), tracking_url: "https://track.example/x" },
    ],
  }),
  order("1005", "placed paid shipped"),
  order("1006", "placed waiting waiting", { payment_method: "cod" }),
  order("1007", "placed partially_refunded partially_finished"),
  order("1008", "placed paid returning"),
  order("1009", "placed waiting initialled"),
  order("1010", "placed failed initialled"),
  // A cart that somebody left at the checkout.
  order("1011", "opened waiting initialled"),
  order("1012", "placed authorized waiting", { customer: { email: "otto+x@shop.example" } }),
  order("1013", "placed paid waiting", { customer: { email: "someone@else.example" } }),
  order("#2001", "placed paid waiting", {
    customer: { email: erna },
    currency: "EUR",
    sub_total: "50.00",
    total_discount: "5.00",
    total_shipping: "4.95",
    total_tax: "7.98",
    total_tip_received: "2.00",
    gift_card_total: "10.00",
    additional_prices: [{ name: "fee_1", fee_title: "Gift wrap", price: "3.00" }],
    total_price: "44.95",
    config: { product_tax_included: true },
  }),
  order("2002", "placed paid waiting", { customer: { email: erna.toLowerCase() } }),
];
