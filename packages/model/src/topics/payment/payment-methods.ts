import type { Topic } from "../contract/topic.ts";

/** How one can pay. */
export const paymentMethods = {
  id: "payment_methods",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
