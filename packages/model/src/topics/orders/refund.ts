import type { Topic } from "../contract/topic.ts";

/** The money: when it comes, where it is, how much. */
export const refund = {
  id: "refund",
  concern: "refund",
  isOfOrder: true,
} as const satisfies Topic;
