import { topic } from "../topic.ts";

/** Stopping an order that was placed. */
export const cancel = topic({
  id: "cancel",
  concern: "cancel_order",
  isOfOrder: true,
});
