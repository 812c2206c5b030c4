import { topic } from "../topic.ts";

/** Collecting an order instead of having it delivered. */
export const pickUp = topic({
  id: "pick_up",
  isOfOrder: false,
});
