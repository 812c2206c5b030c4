import type { Topic } from "../contract/topic.ts";

/** The shop's opening hours, location and phone number. */
export const openingHours = {
  id: "opening_hours",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
