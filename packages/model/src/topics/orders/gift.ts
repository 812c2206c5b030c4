import type { Topic } from "../contract/topic.ts";

/** Sending an order as a gift: wrapped, with a card, without its price. */
export const gift = {
  id: "gift",
  concern: "gift",
  isOfOrder: true,
} as const satisfies Topic;
