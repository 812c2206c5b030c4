import type { Topic } from "../contract/topic.ts";

/** How long delivery takes, and when the shop ships orders. */
export const deliveryTime = {
  id: "delivery_time",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
