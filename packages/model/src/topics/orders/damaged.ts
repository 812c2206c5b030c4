import type { Topic } from "../contract/topic.ts";

/** What came is broken, not complete, or something else. */
export const damaged = {
  id: "damaged",
  concern: "damaged",
  isOfOrder: true,
} as const satisfies Topic;
