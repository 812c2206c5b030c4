import type { Topic } from "../contract/topic.ts";

/** How long a thing is covered, and for what. */
export const warranty = {
  id: "warranty",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
