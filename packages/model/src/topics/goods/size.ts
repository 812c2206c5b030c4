import type { Topic } from "../contract/topic.ts";

/** Which size fits. */
export const size = {
  id: "size",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
