import { topic } from "../topic.ts";

/** When the shop is open, where it is, how it is called. */
export const openingHours = topic({
  id: "opening_hours",
  isOfOrder: false,
});
