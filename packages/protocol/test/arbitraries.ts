import type { Answer, Order, Package, Query } from "@meetbot/protocol";
import fc from "fast-check";

/** Texts as they look once read: visible, trimmed, short. */
const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(..."aZ09 é订单ぁ-#'\"\\/<&") }),
    fc.constantFrom("白色T恤", "Größe 42", "👕", '"', "\\"),
  )
  .map((drawn) => drawn.trim() || "x");
const id = fc.stringMatching(/^[A-Za-z0-9#_-]{1,64}$/);
const url = fc.webUrl().filter((drawn) => drawn.length < 2_000);
const amount = fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100);
const currency = fc.constantFrom("USD", "CNY", "JPY");
const pagination = fc.record({
  page: fc.integer({ min: 1 }),
  limit: fc.integer({ min: 1, max: 10 }),
});
const timestamp = fc.integer({ min: 0, max: 1e11 }).map(String);
const date = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((drawn) => drawn.toISOString().slice(0, 10));

const envelope = { id: text, pageId: text };

/** Every query Meetbot can ask. */
export const queries: fc.Arbitrary<Query> = fc.oneof(
  fc.record({ method: fc.constant("test" as const), ...envelope, testToken: text }),
  fc.record({ method: fc.constant("orders" as const), ...envelope, orderNumber: text }),
  fc.record({
    method: fc.constant("orders" as const),
    ...envelope,
    userAccount: text,
    filter: fc.constantFrom("open" as const, "unpaid" as const, "past" as const),
    pagination,
  }),
  fc.record({
    method: fc.constant("packages" as const),
    ...envelope,
    orderNumber: text,
    pagination,
  }),
  fc.record({
    method: fc.constant("packages" as const),
    ...envelope,
    packageNumber: text,
    pagination,
  }),
);

const orders: fc.Arbitrary<Order> = fc.record(
  {
    recipient_name: text,
    order_number: id,
    currency,
    payment_method: text,
    order_url: url,
    timestamp,
    status: text,
    address: fc.record({ street_1: text, city: text, postal_code: id }, { requiredKeys: [] }),
    summary: fc.record(
      { subtotal: amount, tax_included: fc.boolean(), total_cost: amount },
      { requiredKeys: ["total_cost"] },
    ),
    status_code: fc.constantFrom("unpaid", "returned"),
    fees: fc.array(fc.record({ name: text, amount }), { maxLength: 3 }),
    refunds: fc.array(
      fc.record({ amount: fc.nat(99), at: timestamp, status: fc.constant("pending" as const) }),
      { minLength: 1, maxLength: 3 },
    ),
    adjustments: fc.array(fc.record({ name: text, amount }), { maxLength: 3 }),
    elements: fc.array(
      fc.record(
        {
          title: text,
          subtitle: text,
          quantity: fc.nat(99),
          price: amount,
          currency,
          image_url: url,
        },
        { requiredKeys: ["title", "quantity", "price"] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["order_number", "currency", "timestamp", "status", "summary", "elements"] },
);

const packages: fc.Arbitrary<Package> = fc.record(
  {
    order_number: id,
    package_number: id,
    product_name: text,
    carrier: text,
    tracking_number: id,
    tracking_url: url,
    package_status: text,
    exp_delivery: date,
    image_url: url,
    package_status_code: fc.constantFrom("customs", "lost"),
    exp_delivery_from: date,
    exp_delivery_to: date,
    events: fc.array(fc.record({ at: fc.constant("1428444852"), text, place: text }), {
      minLength: 1,
      maxLength: 3,
    }),
    elements: fc.array(fc.record({ title: text, quantity: fc.nat(9) }), {
      minLength: 1,
      maxLength: 3,
    }),
    pickup: fc.record({ name: text, until: date }, { requiredKeys: ["name"] }),
  },
  { requiredKeys: ["order_number", "package_number", "package_status"] },
);

/** Every answer that fits a query, with the query. */
export const answered: fc.Arbitrary<{ query: Query; answer: Answer }> = queries.chain((query) =>
  fc.record({ query: fc.constant(query), answer: answersTo(query) }),
);

function answersTo(query: Query): fc.Arbitrary<Answer> {
  const maxLength = "pagination" in query ? query.pagination.limit : 10;
  switch (query.method) {
    case "test":
      return fc.record({ kind: fc.constant("test" as const), testToken: text });
    case "orders":
      return fc.record({
        kind: fc.constant("orders" as const),
        orders: fc.uniqueArray(orders, { maxLength, selector: (order) => order.order_number }),
        hasNextPage: fc.boolean(),
      });
    case "packages":
      return fc.record({
        kind: fc.constant("packages" as const),
        packages: fc.array(packages, { maxLength }),
        hasNextPage: fc.boolean(),
      });
  }
}
