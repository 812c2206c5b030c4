import type { Topic } from "../contract/topic.ts";

/** Exchanging delivered goods for another size, color or article. */
export const exchange = {
  id: "exchange",
  concern: "exchange",
  isOfOrder: true,
} as const satisfies Topic;
