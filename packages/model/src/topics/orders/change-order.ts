import type { Topic } from "../contract/topic.ts";

/** Changing the contents of an order that was placed. */
export const changeOrder = {
  id: "change_order",
  concern: "change",
  isOfOrder: true,
} as const satisfies Topic;
