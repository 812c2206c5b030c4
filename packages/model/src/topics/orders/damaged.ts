import type { Topic } from "../contract/topic.ts";

/** The delivered goods are broken, incomplete or wrong. */
export const damaged = {
  id: "damaged",
  concern: "damaged",
  isOfOrder: true,
} as const satisfies Topic;
