import { topic } from "../topic.ts";

/** Dissatisfied with the shop, its people or a courier. */
export const complaint = topic({
  id: "complaint",
  concern: "complaint",
  isOfOrder: true,
});
