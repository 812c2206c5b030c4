import type { Topic } from "../contract/topic.ts";

/** Shipping to another country or region, and duties. */
export const abroad = {
  id: "abroad",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
