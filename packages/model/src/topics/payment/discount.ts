import type { Topic } from "../contract/topic.ts";

/** Codes, coupons, sales, points. */
export const discount = {
  id: "discount",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
