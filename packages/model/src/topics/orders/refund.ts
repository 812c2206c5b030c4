import type { Topic } from "../contract/topic.ts";

/** The refund: when it arrives, where it is, how much it is. */
export const refund = {
  id: "refund",
  concern: "refund",
  isOfOrder: true,
} as const satisfies Topic;
