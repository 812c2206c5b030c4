import type { Topic } from "../contract/topic.ts";

/** How long a product is under warranty, and what the warranty covers. */
export const warranty = {
  id: "warranty",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
