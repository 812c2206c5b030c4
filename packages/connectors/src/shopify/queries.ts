/** All orders of an email in outline: Shopify can neither sort nor count them by our lists. */
export const accountQuery = `query($query: String!, $after: String) {
  orders(first: 100, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id email createdAt cancelledAt closed test
      displayFinancialStatus displayFulfillmentStatus
      fulfillments(first: 20) { displayStatus }
    }
  }
}`;

/** Finds a customer by email, even one without orders, or without any that the connector may read. */
export const customerQuery = `query($query: String!) {
  customers(first: 5, query: $query) { nodes { defaultEmailAddress { emailAddress } } }
}`;

const money = "{ presentmentMoney { amount } }";
const orderFields = `fragment whole on Order {
  id name email createdAt cancelledAt closed test
  displayFinancialStatus displayFulfillmentStatus returnStatus
  statusPageUrl presentmentCurrencyCode taxesIncluded paymentGatewayNames discountCodes
  totalPriceSet ${money} totalShippingPriceSet ${money} totalTaxSet ${money}
  totalDiscountsSet ${money} totalTipReceivedSet ${money} dutiesIncluded
  currentTotalPriceSet ${money} currentShippingPriceSet ${money} currentTotalTaxSet ${money}
  currentTotalDiscountsSet ${money} currentTotalDutiesSet ${money}
  currentTotalAdditionalFeesSet ${money}
  originalTotalDutiesSet ${money} originalTotalAdditionalFeesSet ${money}
  refunds(first: 10) { createdAt totalRefundedSet ${money} transactions(first: 5) { nodes { status } } }
  shippingAddress { name address1 address2 city province zip countryCodeV2 }
  lineItems(first: 50) {
    nodes {
      title variantTitle quantity currentQuantity isGiftCard image { url }
      originalUnitPriceSet ${money}
    }
  }
  fulfillments(first: 10) {
    id status displayStatus createdAt deliveredAt estimatedDeliveryAt
    trackingInfo(first: 10) { company number url }
    fulfillmentLineItems(first: 20) { nodes { quantity lineItem { title } } }
    events(first: 10, sortKey: HAPPENED_AT, reverse: true) {
      nodes { happenedAt status city message }
    }
  }
}`;

/** Whole orders by their ids. */
export const ordersQuery = `query($ids: [ID!]!) {
  shop { ianaTimezone }
  nodes(ids: $ids) { ...whole }
}
${orderFields}`;

/** Fetches whole orders by number. */
export const numberQuery = `query($query: String!) {
  shop { ianaTimezone }
  orders(first: 5, query: $query, sortKey: CREATED_AT, reverse: true) { nodes { ...whole } }
}
${orderFields}`;

/** Fetches the token's access scopes. */
export const scopesQuery = "{ shop { name } currentAppInstallation { accessScopes { handle } } }";

/** One of the newest orders. */
export const sampleQuery = `{
  orders(first: 1, query: "test:false", sortKey: CREATED_AT, reverse: true) { nodes { name email } }
}`;

/** Returns a Shopify search term that matches a value literally. */
export function term(name: string, value: string): string {
  return `${name}:"${value.replace(/["\\]/g, "\\$&")}"`;
}
