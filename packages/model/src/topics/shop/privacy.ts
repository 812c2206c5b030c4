import type { Topic } from "../contract/topic.ts";

/** Which data about a customer is stored, and how to have it deleted. */
export const privacy = {
  id: "privacy",
  concern: "privacy",
  isOfOrder: false,
} as const satisfies Topic;
