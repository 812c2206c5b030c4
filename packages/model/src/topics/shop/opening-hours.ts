import type { Topic } from "../contract/topic.ts";

/** When the shop is open, where it is and how to call it. */
export const openingHours = {
  id: "opening_hours",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
