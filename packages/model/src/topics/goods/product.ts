import type { Topic } from "../contract/topic.ts";

/** Facts about a product: material, use, compatibility, origin. */
export const product = {
  id: "product",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
