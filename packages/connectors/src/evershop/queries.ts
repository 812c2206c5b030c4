/** A filter of a list. EverShop ignores a filter that it does not know, and returns unfiltered results. */
export interface Filter {
  key: string;
  operation: "eq" | "like";
  value: string;
}

/** Returns a filter for orders or customers that contain this text, ignoring case. */
export const containing = (key: "email" | "number", text: string): Filter => ({
  ...{ key, operation: "like" },
  // Escapes the wildcards of SQL, so that they match literally.
  value: text.replace(/[\\%_]/g, "\\$&"),
});

export const exactly = (key: "number", value: string): Filter => ({ key, operation: "eq", value });

/** Returns the filters for one page, newest first. */
export const onPage = (page: number, limit: number): Filter[] => [
  { key: "page", operation: "eq", value: String(page) },
  { key: "limit", operation: "eq", value: String(limit) },
];

const outlineFields =
  "uuid orderNumber customerEmail paymentMethod status { code } paymentStatus { code } shipmentStatus { code }";

/** Orders in outline. */
export const outlineQuery = `query($filters: [FilterInput]) {
  orders(filters: $filters) { items { ${outlineFields} } }
}`;

export const customersQuery = `query($filters: [FilterInput]) {
  customers(filters: $filters) { items { email } }
}`;

/** The shop, and its newest order. */
export const checkQuery = `query($filters: [FilterInput]) {
  setting { storeName }
  orders(filters: $filters) { items { orderNumber customerEmail } }
}`;

const wholeFields = `
  ${outlineFields}
  currency createdAt { value } customerFullName paymentMethodName coupon
  subTotal { value } subTotalInclTax { value }
  shippingFeeExclTax { value } shippingFeeInclTax { value }
  discountAmount { value } totalTaxAmount { value } grandTotal { value }
  items {
    productName productSku qty thumbnail
    lineTotal { value } lineTotalInclTax { value } variantOptions { optionText }
  }
  shippingAddress { fullName address1 address2 city postcode province { name } country { code } }
  shipments {
    carrier carrierName trackingNumber trackingUrl status { code } phase
    deliveredAt { value timezone } items { productName qty }
  }
  shipment { carrier trackingNumber }
`;

/** The order that is called exactly so, whole, and the newest that contain it. */
export const numberQuery = `query($exact: [FilterInput], $similar: [FilterInput]) {
  setting { priceIncludingTax }
  exact: orders(filters: $exact) { items { ${wholeFields} } }
  similar: orders(filters: $similar) { items { uuid orderNumber } }
}`;

/**
 * Returns a query for this many whole orders, which EverShop only serves one by one: the order of `$uuid0` is `order0`.
 */
export function wholeQuery(count: number): string {
  const all = Array.from({ length: count }, (_, at) => at);
  const variables = all.map((at) => `$uuid${at}: String!`).join(" ");
  const orders = all.map((at) => `order${at}: order(uuid: $uuid${at}) { ${wholeFields} }`);
  return `query(${variables}) { setting { priceIncludingTax } ${orders.join(" ")} }`;
}
