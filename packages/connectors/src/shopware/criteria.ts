/**
 * A search in Shopware's admin API (`Criteria` of its OpenAPI). The fields to search by and the data that belongs to an
 * order: https://developer.shopware.com/docs/guides/integrations-api/general-concepts/search-criteria.
 */
export interface Criteria {
  page?: number;
  limit?: number;
  ids?: readonly string[];
  filter?: readonly Filter[];
  sort?: readonly { field: string; order: "ASC" | "DESC" }[];
  associations?: Associations;
  includes?: Readonly<Record<string, readonly string[]>>;
}

type Filter =
  | { type: "equals"; field: string; value: string }
  | { type: "equalsAny"; field: string; value: readonly string[] };

interface Associations {
  [name: string]: { associations?: Associations };
}

/** The most rows that Shopware returns at once (`shopware.api.max_limit`). */
export const maxRows = 100;

const newestFirst = [{ field: "orderDateTime", order: "DESC" }] as const;

const state = ["technicalName"];
const outlineIncludes = {
  order: [
    "id",
    "orderNumber",
    "stateMachineState",
    "orderCustomer",
    "transactions",
    "primaryOrderTransactionId",
    "deliveries",
  ],
  order_customer: ["email"],
  order_transaction: ["id", "createdAt", "stateMachineState", "paymentMethod"],
  order_delivery: ["id", "shippingCosts", "stateMachineState"],
  payment_method: ["handlerIdentifier"],
  state_machine_state: state,
} as const;

const outlineAssociations: Associations = {
  orderCustomer: {},
  stateMachineState: {},
  transactions: { associations: { stateMachineState: {}, paymentMethod: {} } },
  deliveries: { associations: { stateMachineState: {} } },
};

/** A page of an account's orders, in outline. */
export const ordersOf = (email: string, page: number): Criteria => ({
  page,
  limit: maxRows,
  filter: [{ type: "equals", field: "orderCustomer.email", value: email }],
  sort: newestFirst,
  associations: outlineAssociations,
  includes: outlineIncludes,
});

const address = { associations: { country: {}, countryState: {} } };
const whole = {
  associations: {
    ...outlineAssociations,
    currency: {},
    billingAddress: address,
    lineItems: { associations: { cover: {} } },
    deliveries: {
      associations: {
        stateMachineState: {},
        shippingMethod: {},
        shippingOrderAddress: address,
        positions: { associations: { orderLineItem: {} } },
      },
    },
  },
  includes: {
    ...outlineIncludes,
    order: [
      ...outlineIncludes.order,
      "orderDateTime",
      "currency",
      "amountTotal",
      "amountNet",
      "shippingTotal",
      "taxStatus",
      "billingAddress",
      "lineItems",
    ],
    order_delivery: [
      ...outlineIncludes.order_delivery,
      "createdAt",
      "trackingCodes",
      "shippingDateEarliest",
      "shippingDateLatest",
      "shippingMethod",
      "shippingOrderAddress",
      "positions",
    ],
    order_delivery_position: ["quantity", "orderLineItem"],
    order_line_item: [
      ...["id", "parentId", "label", "type", "quantity", "position"],
      ...["totalPrice", "payload", "cover"],
    ],
    order_address: [
      ...["firstName", "lastName", "street", "additionalAddressLine1"],
      ...["zipcode", "city", "country", "countryState"],
    ],
    order_transaction: [...outlineIncludes.order_transaction, "amount"],
    payment_method: ["handlerIdentifier", "name", "translated"],
    shipping_method: ["name", "trackingUrl", "translated"],
    country: ["iso"],
    country_state: ["name"],
    currency: ["isoCode"],
    media: ["url"],
  },
} satisfies Criteria;

/** Whole orders by their ids. */
export const ordersById = (ids: readonly string[]): Criteria => ({
  ids,
  limit: maxRows,
  ...whole,
});

/** Criteria for complete orders with these numbers. */
export const ordersNamed = (numbers: readonly string[]): Criteria => ({
  limit: 5,
  filter: [{ type: "equalsAny", field: "orderNumber", value: numbers }],
  ...whole,
});

/** Whole orders with a carrier's number: in a list of texts, `equals` means that it is one of them. */
export const ordersTracked = (code: string): Criteria => ({
  limit: 5,
  filter: [{ type: "equals", field: "deliveries.trackingCodes", value: code }],
  ...whole,
});

/** Criteria for the refunds of these payments. */
export const refundsOfPayments = (ids: readonly string[]): Criteria => ({
  limit: maxRows,
  filter: [{ type: "equalsAny", field: "transactionCapture.orderTransactionId", value: ids }],
  associations: { stateMachineState: {}, transactionCapture: {} },
  includes: {
    order_transaction_capture_refund: [
      ...["createdAt", "amount", "stateMachineState", "transactionCapture"],
    ],
    order_transaction_capture: ["orderTransactionId"],
    state_machine_state: state,
  },
});

/** One of the newest orders. */
export const newestOrder: Criteria = {
  limit: 1,
  sort: newestFirst,
  associations: { orderCustomer: {} },
  includes: { order: ["id", "orderNumber", "orderCustomer"], order_customer: ["email"] },
};

/** Criteria that show whether a customer with this email exists, even without orders. */
export const customersOf = (email: string): Criteria => ({
  limit: 5,
  filter: [{ type: "equals", field: "email", value: email }],
  includes: { customer: ["id", "email"] },
});

/** A search that Shopware refuses for a key that may only read orders. */
export const anyIntegration: Criteria = { limit: 1, includes: { integration: ["id"] } };
