import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";

/** Outcomes in which the shop did its part. */
export const shopDidItsPart = (Object.keys(outcomeGroups) as Delivery["outcome"][]).filter(
  (outcome) => outcomeGroups[outcome] === "answered" || outcomeGroups[outcome] === "no",
);

const inSql = `(${shopDidItsPart.map((one) => `'${one}'`).join(", ")})`;

/** That it did, as SQL. */
export const isAnsweredText = `outcome in ${inSql}`;

/**
 * SQL for outcomes in which the shop did not do its part: word for word the condition of the index of failed
 * deliveries.
 */
export const isFailedText = `outcome not in ${inSql}`;
