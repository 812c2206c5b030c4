import { topic } from "../topic.ts";

/** The money: when it comes, where it is, how much. */
export const refund = topic({
  id: "refund",
  concern: "refund",
  isOfOrder: true,
});
