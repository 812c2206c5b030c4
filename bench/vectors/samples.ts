import type { Answer, Order, Package, Query } from "@meetbot/protocol";

const envelope = { id: "test_1", pageId: "1" };
const pagination = { page: 1, limit: 3 };

/** A query of each form. */
export const queries = [
  { ...envelope, method: "test", testToken: "1" },
  { ...envelope, method: "orders", orderNumber: "1" },
  { ...envelope, method: "orders", userAccount: "a@b.example", filter: "open", pagination },
  { ...envelope, method: "packages", orderNumber: "1", pagination },
  { ...envelope, method: "packages", packageNumber: "1", pagination },
] as const satisfies Query[];

/** An order with every text of the origin of the protocol. */
const order: Required<Omit<Order, "status_code" | "fees" | "refunds">> = {
  order_number: "1",
  currency: "USD",
  timestamp: "1767225600",
  status: "shipped",
  recipient_name: "Yilia Chen",
  payment_method: "Visa",
  order_url: "https://shop.example/orders/1",
  address: {
    street_1: "1 Main Street",
    street_2: "Floor 2",
    city: "Springfield",
    postal_code: "12345",
    state: "CA",
    country: "US",
  },
  summary: { total_cost: 50 },
  adjustments: [{ name: "Coupon", amount: 1 }],
  elements: [
    {
      title: "Shirt",
      subtitle: "Cotton",
      quantity: 2,
      price: 50,
      currency: "USD",
      image_url: "https://shop.example/shirt.png",
    },
  ],
};

/** A package with the same. */
const parcel: Required<
  Omit<
    Package,
    | "package_status_code"
    | "exp_delivery_from"
    | "exp_delivery_to"
    | "events"
    | "elements"
    | "pickup"
  >
> = {
  order_number: "1",
  package_number: "1",
  product_name: "Shirt",
  carrier: "UPS",
  tracking_number: "1",
  tracking_url: "https://shop.example/track/1",
  package_status: "on its way",
  exp_delivery: "2026-01-05",
  image_url: "https://shop.example/parcel.png",
};

/** An answer of each kind, to the query that it answers. */
export const answers: { query: Query; answer: Answer }[] = [
  { query: queries[0], answer: { kind: "test", testToken: "1" } },
  { query: queries[2], answer: { kind: "orders", orders: [order], hasNextPage: false } },
  { query: queries[3], answer: { kind: "packages", packages: [parcel], hasNextPage: false } },
  {
    query: queries[2],
    answer: { kind: "refusal", reason: "user_not_found", code: 10001, message: "User not found" },
  },
];
