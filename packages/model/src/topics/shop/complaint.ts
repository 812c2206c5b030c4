import type { Topic } from "../contract/topic.ts";

/** Dissatisfied with the shop, its people or a courier. */
export const complaint = {
  id: "complaint",
  concern: "complaint",
  isOfOrder: true,
} as const satisfies Topic;
