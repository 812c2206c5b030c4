import type { Topic } from "../contract/topic.ts";

/** Paying fails, or was charged twice. */
export const paymentProblem = {
  id: "payment_problem",
  concern: "overcharged",
  isOfOrder: true,
} as const satisfies Topic;
