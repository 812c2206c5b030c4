import type { Topic } from "../contract/topic.ts";

/** What is stored of a customer, and having it deleted. */
export const privacy = {
  id: "privacy",
  concern: "privacy",
  isOfOrder: false,
} as const satisfies Topic;
