import { topic } from "../topic.ts";

/** With whom the shop ships, and whether one can be chosen. */
export const carriers = topic({
  id: "carriers",
  isOfOrder: false,
});
