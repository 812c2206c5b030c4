import type { Topic } from "../contract/topic.ts";

/** Another size, color or article for what came. */
export const exchange = {
  id: "exchange",
  concern: "exchange",
  isOfOrder: true,
} as const satisfies Topic;
