import type { Delivery } from "../../model/shop/delivery.ts";

/** Outcomes in which the shop did its part. */
export const shopDidItsPart: readonly Delivery["outcome"][] = [
  "answered",
  "user_not_found",
  "order_not_found",
];

/** That it did not, as SQL: word for word what the index of failed deliveries asks for. */
export const isFailedText = `outcome not in (${shopDidItsPart.map((one) => `'${one}'`).join(", ")})`;
