import type { Topic } from "../contract/topic.ts";

/** What a thing is: material, use, compatibility, origin. */
export const product = {
  id: "product",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
