/** An order as the fake keeps it: with the schema's own names. */
export type FakeOrder = Record<string, unknown> & {
  name: string;
  email: string;
  createdAt: string;
};

export const otto = "otto@shop.example";
export const erna = "erna@guest.example";

const dayMs = 86_400_000;
export const bag = (amount: string) => ({ presentmentMoney: { amount }, shopMoney: { amount } });

interface Parcel {
  status: string;
  company?: string;
  number?: string;
  url?: string;
}

interface Wish {
  number: number;
  email?: string;
  daysAgo: number;
  payment?: string;
  sent?: string;
  parcels?: readonly Parcel[];
  changes?: Record<string, unknown>;
}

/** The orders of a small shop, as Shopify tells them; times end now. */
export function makeOrders(nowMs: number): FakeOrder[] {
  const order = (wish: Wish) => makeOrder(wish, nowMs);
  const ups = { company: "UPS", number: "1Z999AA10123456784", url: "https://www.ups.com/track" };
  return [
    order({
      number: 1001,
      daysAgo: 100,
      parcels: [{ status: "DELIVERED", ...ups }],
      sent: "FULFILLED",
    }),
    order({
      number: 1002,
      daysAgo: 50,
      sent: "FULFILLED",
      parcels: [{ status: "DELIVERED", company: "DHL", number: "00340434161094042557" }],
    }),
    order({ number: 1003, daysAgo: 40, payment: "REFUNDED" }),
    order({ number: 1004, daysAgo: 30, changes: { cancelledAt: iso(nowMs - 29 * dayMs) } }),
    order({
      number: 1005,
      daysAgo: 20,
      email: erna,
      changes: {
        taxesIncluded: true,
        discountCodes: ["SPRING"],
        totalDiscountsSet: bag("5.00"),
        totalTipReceivedSet: bag("2.00"),
        totalTaxSet: bag("8.30"),
        totalPriceSet: bag("51.95"),
      },
    }),
    order({
      number: 1006,
      daysAgo: 10,
      sent: "PARTIALLY_FULFILLED",
      parcels: [
        { status: "IN_TRANSIT", company: "UPS", number: "1Z999AA10987654321" },
        { status: "LABEL_PRINTED", company: "DHL", number: "00340434161094042558" },
      ],
    }),
    order({
      number: 1007,
      daysAgo: 5,
      sent: "FULFILLED",
      parcels: [{ status: "OUT_FOR_DELIVERY", ...ups, number: "1Z999AA10000000001" }],
    }),
    order({ number: 1008, daysAgo: 4 }),
    order({ number: 1014, daysAgo: 3 }),
    order({ number: 1009, daysAgo: 3, payment: "PENDING" }),
    order({ number: 1010, daysAgo: 2, changes: { test: true } }),
    // Whose emails begin alike, or hold the same words.
    order({ number: 1011, daysAgo: 2, email: "otto+gifts@shop.example" }),
    order({ number: 1012, daysAgo: 1, email: "otto@shop.example.net" }),
    order({ number: 10011, daysAgo: 1, email: erna.toUpperCase() }),
  ];
}

const iso = (ms: number) => new Date(ms).toISOString();

export function makeOrder(wish: Wish, nowMs: number): FakeOrder {
  const {
    number,
    email = otto,
    daysAgo,
    payment = "PAID",
    sent = "UNFULFILLED",
    parcels = [],
    changes,
  } = wish;
  const placedMs = nowMs - daysAgo * dayMs;
  const order = {
    __typename: "Order",
    id: `gid://shopify/Order/${5_000_000_000_000 + number}`,
    name: `#${number}`,
    email,
    createdAt: iso(placedMs),
    cancelledAt: null,
    closed: false,
    test: false,
    displayFinancialStatus: payment,
    displayFulfillmentStatus: sent,
    returnStatus: "NO_RETURN",
    statusPageUrl: `https://shop.example/orders/${number}/authenticate?key=abc`,
    presentmentCurrencyCode: "EUR",
    taxesIncluded: false,
    paymentGatewayNames: ["shopify_payments"],
    discountCodes: [],
    totalPriceSet: bag("64.45"),
    totalShippingPriceSet: bag("4.95"),
    totalTaxSet: bag("9.50"),
    totalDiscountsSet: bag("0.00"),
    totalTipReceivedSet: bag("0.00"),
    shippingAddress: {
      name: "Otto Normal",
      address1: "Hauptstr. 1",
      address2: null,
      city: "Berlin",
      province: null,
      zip: "10115",
      countryCodeV2: "DE",
    },
    lineItems: {
      nodes: [
        {
          title: "Classic White T-Shirt",
          variantTitle: "M",
          quantity: 2,
          currentQuantity: 2,
          isGiftCard: false,
          image: { url: "https://cdn.shopify.com/shirt.jpg" },
          originalUnitPriceSet: bag("25.0"),
        },
      ],
    },
    dutiesIncluded: false,
    originalTotalDutiesSet: null,
    originalTotalAdditionalFeesSet: null,
    refunds: [],
    fulfillments: parcels.map(
      ({ status, company = null, number: tracking = null, url = null }, at) => ({
        id: `gid://shopify/Fulfillment/${number}${at}`,
        status: status === "CANCELED" ? "CANCELLED" : "SUCCESS",
        displayStatus: status,
        createdAt: iso(placedMs + (at + 1) * 3_600_000),
        deliveredAt: status === "DELIVERED" ? "2026-10-12T22:30:00Z" : null,
        estimatedDeliveryAt: status === "IN_TRANSIT" ? "2026-12-02T22:30:00Z" : null,
        trackingInfo: tracking === null ? [] : [{ company, number: tracking, url }],
        fulfillmentLineItems: {
          nodes: [{ quantity: 1, lineItem: { title: "Classic White T-Shirt" } }],
        },
        events: { nodes: [] },
      }),
    ),
    ...changes,
  };
  // Nothing was edited or paid back.
  return {
    ...order,
    currentTotalPriceSet: order.totalPriceSet,
    currentShippingPriceSet: order.totalShippingPriceSet,
    currentTotalTaxSet: order.totalTaxSet,
    currentTotalDiscountsSet: order.totalDiscountsSet,
    currentTotalDutiesSet: order.originalTotalDutiesSet,
    currentTotalAdditionalFeesSet: order.originalTotalAdditionalFeesSet,
    ...changes,
  };
}
