import type { MedusaFulfillment, MedusaItem, MedusaOrder } from "../../src/medusa/medusa-order.ts";

export const otto = "otto@shop.example";
export const erna = "erna@guest.example";
/** With an account, and no order. */
export const quiet = "quiet@shop.example";

/** Stored in small letters; a guest and an account of one email are two. */
export const customers = [
  { id: "cus_1", email: otto, has_account: false },
  { id: "cus_2", email: otto, has_account: true },
  { id: "cus_3", email: erna, has_account: false },
  { id: "cus_4", email: `l${otto}`, has_account: false },
  { id: "cus_5", email: quiet, has_account: true },
];

export type FakeOrder = MedusaOrder & { customer_id: string | null };

const placedAt = Date.UTC(2026, 9, 1);
const hourMs = 3_600_000;
const hourOf = (id: number, more = 0) => new Date(placedAt + id * hourMs + more).toISOString();

/** `pending/captured/shipped`: the three statuses of an order of two shirts. */
export function order(id: number, statuses: string, changes: Partial<FakeOrder> = {}): FakeOrder {
  const [status = "", payment = "", sent = ""] = statuses.split("/");
  return {
    ...{ id: `order_${id}`, display_id: id, custom_display_id: null, is_draft_order: false },
    ...{ status, payment_status: payment, fulfillment_status: sent, created_at: hourOf(id) },
    ...{ email: otto, customer_id: "cus_2", currency_code: "eur" },
    // Not rounded: 2 shirts at 25, shipping at 4.95, and 19 % of both.
    ...{ total: 65.3905, tax_total: 10.4405, shipping_subtotal: 4.95, discount_subtotal: 0 },
    ...{ original_shipping_total: 5.8905, discount_total: 0, credit_lines: [] },
    items: [item()],
    shipping_methods: [{ is_tax_inclusive: false }],
    shipping_address: {
      ...{ first_name: "Otto", last_name: "Normal", address_1: "Hauptstr. 1", address_2: null },
      ...{ city: "Berlin", postal_code: "10115", province: null, country_code: "de" },
    },
    payment_collections: [{ payments: [{ provider_id: "pp_system_default" }] }],
    fulfillments: [],
    ...changes,
  };
}

/** Its title is the product's, and its subtitle the variant's. */
export function item(changes: Partial<MedusaItem> = {}): MedusaItem {
  return {
    ...{ id: "ordli_1", title: "Classic White T-Shirt", subtitle: "M", quantity: 2 },
    ...{ product_title: "Classic White T-Shirt", variant_title: "M" },
    thumbnail: "https://shop.example/shirt.jpg",
    ...{ is_tax_inclusive: false, subtotal: 50, original_total: 59.5, adjustments: [] },
    detail: {
      ...{ return_requested_quantity: 0, return_received_quantity: 0 },
      return_dismissed_quantity: 0,
    },
    ...changes,
  };
}

const back = (received: number, dismissed = 0) => ({
  detail: { return_received_quantity: received, return_dismissed_quantity: dismissed },
});

export function fulfillment(id: number, changes: Partial<MedusaFulfillment>): MedusaFulfillment {
  return {
    ...{ id: `ful_${id}`, created_at: hourOf(11, id), shipped_at: null, delivered_at: null },
    ...{ canceled_at: null, labels: [], items: [{ line_item_id: "ordli_1", title: "M" }] },
    ...changes,
  };
}

/** Medusa takes "#" for an address. */
export const label = (number: string, tracking_url = "#") => ({
  tracking_number: number,
  tracking_url,
});

const { fulfillments: parcels } = {
  fulfillments: [
    fulfillment(3, { labels: [] }),
    fulfillment(2, {
      shipped_at: hourOf(12),
      labels: [
        label("1Z999AA10987654321"),
        label("1Z999AA10987654322", "https://www.ups.com/track?tracknum=1Z999AA10987654322"),
      ],
    }),
    fulfillment(1, { canceled_at: hourOf(12), labels: [label("")] }),
  ],
};

const withCode = [{ code: "SPRING" }];
const guest = (email: string, customer_id: string | null) => ({ email, customer_id });

/** The orders of a small shop. */
export const orders: readonly FakeOrder[] = [
  order(1, "completed/captured/delivered", {
    fulfillments: [
      fulfillment(1, {
        ...{ shipped_at: hourOf(2), delivered_at: "2026-10-04T22:30:00.000Z" },
        labels: [label("1Z999AA10123456784")],
      }),
    ],
  }),
  order(2, "canceled/canceled/not_fulfilled"),
  // What was paid back is taken off the total.
  order(3, "pending/refunded/not_fulfilled", {
    total: 0,
    credit_lines: [{ amount: 65.3905, reference: "payment_collection" }],
  }),
  order(4, "archived/not_paid/not_fulfilled"),
  order(5, "pending/captured/shipped", { items: [item(back(1, 1))] }),
  order(6, "pending/captured/delivered", {
    ...{ total: 35.6405, tax_total: 5.6905 },
    items: [item({ ...back(1), subtotal: 25, original_total: 29.75 })],
  }),
  order(10, "pending/authorized/not_fulfilled", {
    ...{ total: 59.4405, tax_total: 9.4905, discount_subtotal: 5, discount_total: 5.95 },
    items: [item({ adjustments: withCode })],
    payment_collections: [
      {
        payments: [
          { provider_id: "pp_paypal_paypal", canceled_at: hourOf(10) },
          { provider_id: "pp_stripe-klarna_stripe" },
        ],
      },
    ],
  }),
  order(11, "pending/captured/partially_shipped", {
    ...{ customer_id: "cus_1", email: otto.toUpperCase() },
    fulfillments: parcels,
  }),
  // Its prices were set with their tax, of 20 %.
  order(12, "pending/partially_captured/fulfilled", {
    ...{ total: 48.95, tax_total: 8.158_333_333, shipping_subtotal: 4.125 },
    ...{ discount_subtotal: 5, original_shipping_total: 4.95, discount_total: 6 },
    items: [
      item({
        ...{ is_tax_inclusive: true, subtotal: 41.666_666_667, original_total: 50 },
        ...{ adjustments: withCode, variant_title: "Default variant" },
      }),
    ],
    shipping_methods: [{ is_tax_inclusive: true }],
  }),
  order(13, "pending/captured/partially_delivered"),
  order(14, "pending/not_paid/not_fulfilled"),
  order(15, "requires_action/authorized/not_fulfilled"),
  order(16, "draft/not_paid/not_fulfilled", { is_draft_order: true }),
  // Otto placed it while signed in, with another email.
  order(17, "pending/captured/not_fulfilled", { email: "work@other.example" }),
  // Written down by the owner, for nobody who is a customer.
  order(18, "pending/captured/not_fulfilled", guest(otto, null)),
  order(19, "pending/captured/not_fulfilled", guest(`l${otto}`, "cus_4")),
  order(20, "pending/captured/not_fulfilled", guest(`${otto}.net`, null)),
  order(21, "pending/authorized/not_fulfilled", guest(erna.toUpperCase(), "cus_3")),
  order(22, "pending/authorized/not_fulfilled", {
    ...guest(erna, "cus_3"),
    custom_display_id: "#MS-0022",
  }),
  order(101, "pending/captured/not_fulfilled", guest("a1@many.example", null)),
];
