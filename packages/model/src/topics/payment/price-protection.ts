import type { Topic } from "../contract/topic.ts";

/** It got cheaper after it was bought, or is cheaper elsewhere. */
export const priceProtection = {
  id: "price_protection",
  concern: null,
  isOfOrder: true,
} as const satisfies Topic;
