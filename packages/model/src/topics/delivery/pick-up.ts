import type { Topic } from "../contract/topic.ts";

/** Collecting an order instead of having it delivered. */
export const pickUp = {
  id: "pick_up",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
