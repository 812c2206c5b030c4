import { topic } from "../topic.ts";

/** Whether something is there, and when it is again. */
export const stock = topic({
  id: "stock",
  isOfOrder: false,
});
