import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** Outcomes in which the shop did its part. */
export const shopDidItsPart = (Object.keys(outcomeGroups) as Delivery["outcome"][]).filter(
  (outcome) => outcomeGroups[outcome] === "answered" || outcomeGroups[outcome] === "no",
);

const inSql = `(${shopDidItsPart.map((one) => `'${one}'`).join(", ")})`;

/** That it did, as SQL. */
export const isAnsweredText = `outcome in ${inSql}`;

/** That it did not, as SQL: word for word what the index of failed deliveries asks for. */
export const isFailedText = `outcome not in ${inSql}`;
