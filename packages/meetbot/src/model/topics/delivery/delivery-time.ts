import { topic } from "../topic.ts";

/** How long delivery takes, and when the shop sends things out. */
export const deliveryTime = topic({
  id: "delivery_time",
  isOfOrder: false,
});
