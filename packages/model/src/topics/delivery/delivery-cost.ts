import type { Topic } from "../contract/topic.ts";

/** What shipping costs, and from which amount it is free. */
export const deliveryCost = {
  id: "delivery_cost",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
