export const otto = "otto@shop.example";
export const erna = "erna@guest.example";

type Item = Record<string, unknown>;
export type FakeOrder = Item & {
  id: string;
  orderNumber: string;
  orderDateTime: string;
  orderCustomer: { email: string };
  deliveries: readonly (Item & { trackingCodes: readonly string[] })[];
};

/** What is unlike the plain order: paid, on its way to Otto. */
interface Wish {
  number: string;
  email?: string;
  order?: string;
  payments?: readonly [state: string, handler?: string][];
  delivery?: string;
  codes?: readonly string[];
  changes?: Item;
}

let ids = 0;
const newId = () => (++ids).toString(16).padStart(32, "0");
const startMs = Date.UTC(2026, 9, 1);
const state = (technicalName: string) => ({
  id: newId(),
  technicalName,
  name: technicalName,
  stateMachineId: newId(),
});
const price = (totalPrice: number) => ({ unitPrice: totalPrice, totalPrice, quantity: 1 });
const rounding = { decimals: 2, interval: 0.01, roundForNet: true };
const handler = (name: string) =>
  `Shopware\\Core\\Checkout\\Payment\\Cart\\PaymentHandler\\${name}`;

export function line(label: string, quantity: number, totalPrice: number, changes: Item = {}) {
  return {
    id: newId(),
    orderId: newId(),
    identifier: newId(),
    parentId: null,
    quantity,
    label,
    type: "product",
    position: 1,
    price: price(totalPrice),
    totalPrice,
    payload: { options: [{ group: "Größe", option: "M" }] },
    cover: { id: newId(), url: "https://shop.example/media/shirt.jpg" },
    children: [],
    states: [],
    ...changes,
  };
}

export function delivery(technicalName: string, codes: readonly string[], changes: Item = {}) {
  const country = { id: newId(), iso: "DE", name: "Deutschland", addressFormat: {} };
  return {
    id: newId(),
    orderId: newId(),
    shippingOrderAddressId: newId(),
    shippingMethodId: newId(),
    stateId: newId(),
    createdAt: "2026-10-01T08:00:00.000+00:00",
    trackingCodes: codes,
    shippingDateEarliest: "2026-10-05T16:00:00.000+00:00",
    shippingDateLatest: "2026-10-07T16:00:00.000+00:00",
    shippingCosts: price(4.95),
    stateMachineState: state(technicalName),
    shippingMethod: {
      id: newId(),
      technicalName: "shipping_dhl",
      deliveryTimeId: newId(),
      name: "Standard",
      translated: { name: "DHL" },
      trackingUrl: "https://www.dhl.de/?piececode=%s",
    },
    shippingOrderAddress: {
      id: newId(),
      orderId: newId(),
      countryId: newId(),
      firstName: "Otto",
      lastName: "Normal",
      street: "Hauptstr. 1",
      additionalAddressLine1: null,
      zipcode: "10115",
      city: "Berlin",
      country,
      countryState: null,
    },
    positions: [],
    ...changes,
  };
}

export function order(wish: Wish): FakeOrder {
  const { number, email = otto, order = "open", payments = [["paid", "PrePayment"]] } = wish;
  const { delivery: sent = "open", codes = [], changes } = wish;
  const day = ids;
  const transactions = payments.map(([technicalName, by = "PrePayment"], at) => ({
    id: newId(),
    orderId: newId(),
    paymentMethodId: newId(),
    amount: price(54.95),
    stateId: newId(),
    createdAt: new Date(startMs + at * 60_000).toISOString(),
    stateMachineState: state(technicalName),
    paymentMethod: {
      ...{ id: newId(), technicalName: `payment_${by.toLowerCase()}`, name: by },
      ...{ handlerIdentifier: handler(by), translated: { name: by } },
    },
  }));
  return {
    id: newId(),
    orderNumber: number,
    orderDateTime: new Date(startMs + day * 60_000).toISOString().replace("Z", "+00:00"),
    billingAddressId: newId(),
    currencyId: newId(),
    languageId: newId(),
    salesChannelId: newId(),
    currencyFactor: 1,
    stateId: newId(),
    itemRounding: rounding,
    totalRounding: rounding,
    currency: {
      ...{ id: newId(), factor: 1, symbol: "€", isoCode: "EUR", itemRounding: rounding },
      ...{ totalRounding: rounding, shortName: "EUR", name: "Euro" },
    },
    amountTotal: 54.95,
    amountNet: 46.18,
    shippingTotal: 4.95,
    taxStatus: "gross",
    stateMachineState: state(order),
    primaryOrderTransactionId: transactions.at(-1)?.id ?? null,
    orderCustomer: {
      ...{ id: newId(), orderId: newId(), email, firstName: "Otto", lastName: "Normal" },
    },
    transactions,
    deliveries: [delivery(sent, codes)],
    lineItems: [line("T-Shirt", 2, 50)],
    billingAddress: null,
    ...changes,
  };
}

/** What went back of the last payment of an order. */
export const refund = (of: FakeOrder, technicalName: string, amount: number, createdAt: string) => {
  const captureId = newId();
  const orderTransactionId = (of as { primaryOrderTransactionId?: string })
    .primaryOrderTransactionId;
  const transactionCapture = {
    id: captureId,
    orderTransactionId,
    stateId: newId(),
    amount: price(amount),
  };
  return {
    ...{ id: newId(), captureId, stateId: newId(), amount: price(amount), createdAt },
    ...{ stateMachineState: state(technicalName), transactionCapture },
  };
};

/** The orders of a small shop: one for each state that changes the bot's answer. */
export const makeOrders = (): FakeOrder[] => [
  order({ number: "10001", order: "completed", delivery: "shipped" }),
  order({ number: "10002", payments: [["refunded"]], delivery: "returned" }),
  order({ number: "10003", order: "cancelled", payments: [["cancelled"]], delivery: "cancelled" }),
  order({
    number: "10004",
    order: "in_progress",
    delivery: "shipped",
    codes: ["00340434161094042557", "JJD 0001 4600 0042"],
  }),
  order({ number: "10005", delivery: "shipped_partially", codes: ["00340434161094042564"] }),
  order({ number: "10006", payments: [["open", "InvoicePayment"]] }),
  order({ number: "10007", payments: [["open", "PrePayment"]] }),
  order({ number: "10008", payments: [["failed"]] }),
  // A second try at paying was given up: the first one counts, unless Shopware names another.
  order({
    number: "10009",
    payments: [["paid"], ["cancelled"]],
    changes: { primaryOrderTransactionId: null },
  }),
  order({
    number: "10010",
    payments: [],
    changes: { amountTotal: 0, amountNet: 0, taxStatus: "tax-free" },
  }),
  order({ number: "10011", payments: [["chargeback"]], delivery: "shipped" }),
  order({ number: "10012", delivery: "returned", codes: ["00340434161094042571"] }),
  order({ number: "10013", email: "otto+gifts@shop.example" }),
  // What a database may take for the same: other letters, and case.
  order({ number: "10014", email: "ötto@shop.example" }),
  order({ number: "SW-1", email: erna.toUpperCase() }),
  order({
    number: "SW-2",
    email: erna,
    changes: {
      amountTotal: 45,
      amountNet: 37.82,
      shippingTotal: 0,
      lineItems: [
        line("SPRING10", 1, -5, { type: "promotion", position: 3, payload: [], cover: null }),
        line("T-Shirt", 2, 50),
        line("Gratisversand", 1, 0, { type: "promotion", position: 4, payload: [], cover: null }),
        line("Teil eines Sets", 1, 9, { parentId: newId(), position: 2 }),
      ],
      // A promotion on shipping is kept as a delivery of a price below zero.
      deliveries: [delivery("shipped", []), delivery("open", [], { shippingCosts: price(-4.95) })],
    },
  }),
  order({
    number: "SW-3",
    email: erna,
    changes: { taxStatus: "net", amountTotal: 65.39, amountNet: 54.95 },
  }),
];
