import { topic } from "../topic.ts";

/** Codes, coupons, sales, points. */
export const discount = topic({
  id: "discount",
  isOfOrder: false,
});
