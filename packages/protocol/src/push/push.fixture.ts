/** The clock of the tests: 2026-11-01T04:26:40Z. */
export const nowMs = 1_793_507_200_000;

export const order = {
  order_number: "PA7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1793500000",
  status: "Paid",
  summary: { total_cost: 50 },
  elements: [{ title: "Classic White Shirt", quantity: 2, price: 50 }],
};

export const parcel = {
  order_number: "PA7K2Q9XW4TP",
  package_number: "PA7K2Q9XW4TP-1",
  package_status: "Out for delivery",
};

/** The example of the wire. */
export const packageChanged = {
  request: {
    category: "ecommerce",
    method: "package.changed",
    id: "push_7f3k",
    page_id: "231231232134111",
    meta: "",
  },
  recipient: { order_number: "PA7K2Q9XW4TP" },
  params: {
    package_number: "PA7K2Q9XW4TP-1",
    status: "out_for_delivery",
    occurred_at: "1793499000",
  },
  expires_at: "1793530000",
};

/** A push with other parts than {@link packageChanged} has. */
export function pushOf(
  method: string,
  params: object,
  recipient: unknown = { account: "chris@example.com" },
) {
  return { request: { method, id: "push_1" }, recipient, params };
}
