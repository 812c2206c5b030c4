import type { Topic } from "../contract/topic.ts";

/** Stopping an order that was placed. */
export const cancel = {
  id: "cancel",
  concern: "cancel_order",
  isOfOrder: true,
} as const satisfies Topic;
