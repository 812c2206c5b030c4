import { topic } from "../topic.ts";

/** What is in an order that was placed. */
export const changeOrder = topic({
  id: "change_order",
  concern: "change",
  isOfOrder: true,
});
