/** All orders of an email in outline, so that they are sorted and counted before any is fetched. */
export const accountQuery = `query($email: String!, $take: Int!, $withPayments: Boolean!) {
  customers(options: { filter: { emailAddress: { eq: $email } }, take: 20 }) {
    items {
      emailAddress
      orders(options: { take: $take, sort: { createdAt: DESC } }) {
        items { id state orderPlacedAt createdAt payments @include(if: $withPayments) { method state } }
      }
    }
  }
}`;

const orderFields = `
  id code state currencyCode orderPlacedAt createdAt
  total totalWithTax
  couponCodes shippingLines { price priceWithTax }
  discounts { description amount amountWithTax }
  surcharges { description price priceWithTax }
  lines {
    id quantity orderPlacedQuantity linePrice linePriceWithTax unitPrice unitPriceWithTax
    featuredAsset { preview }
    productVariant { name product { name featuredAsset { preview } } }
  }
  shippingAddress { fullName streetLine1 streetLine2 city postalCode province countryCode }
  customer { emailAddress firstName lastName }
  payments { method state amount refunds { total state updatedAt } }
  fulfillments { id state method trackingCode createdAt updatedAt lines { orderLineId quantity } }
  history(options: { filter: { type: { eq: "ORDER_FULFILLMENT_TRANSITION" } }, take: 50 }) {
    items { createdAt data }
  }
`;

/** Whole orders by their ids. */
export const ordersQuery = `query($ids: [String!]!) {
  activeChannel { pricesIncludeTax }
  orders(options: { filter: { id: { in: $ids } }, take: 20 }) { items { ${orderFields} } }
}`;

/** Fetches whole orders by number. */
export const numberQuery = `query($codes: [String!]!) {
  activeChannel { pricesIncludeTax }
  orders(options: { filter: { code: { in: $codes } }, take: 5 }) { items { ${orderFields} } }
}`;

/** Whether orders and customers may be read, and one of the newest. */
export const checkQuery = `{
  activeChannel { code }
  customers(options: { take: 1 }) { totalItems }
  orders(options: { take: 1, sort: { orderPlacedAt: DESC }, filter: { active: { eq: false } } }) {
    items { code customer { emailAddress } }
  }
}`;

/** Queries that a key limited to reading orders and customers must not be allowed to make. */
export const tooWideQueries = [
  "{ products(options: { take: 1 }) { totalItems } }",
  "{ administrators(options: { take: 1 }) { totalItems } }",
];
