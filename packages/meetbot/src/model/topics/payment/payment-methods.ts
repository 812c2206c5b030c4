import { topic } from "../topic.ts";

/** How one can pay. */
export const paymentMethods = topic({
  id: "payment_methods",
  isOfOrder: false,
});
