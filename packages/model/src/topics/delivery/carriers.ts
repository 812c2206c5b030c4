import type { Topic } from "../contract/topic.ts";

/** With whom the shop ships, and whether one can be chosen. */
export const carriers = {
  id: "carriers",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
