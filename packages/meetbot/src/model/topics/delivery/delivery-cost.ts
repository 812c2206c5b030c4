import { topic } from "../topic.ts";

/** What shipping costs, and from when it is free. */
export const deliveryCost = topic({
  id: "delivery_cost",
  isOfOrder: false,
});
