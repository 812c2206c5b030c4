import type { Topic } from "../contract/topic.ts";

/** Whether something is there, and when it is again. */
export const stock = {
  id: "stock",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
