import { topic } from "../topic.ts";

/** Paying fails, or was charged twice. */
export const paymentProblem = topic({
  id: "payment_problem",
  isOfOrder: true,
});
