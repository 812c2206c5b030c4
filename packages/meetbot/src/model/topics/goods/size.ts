import { topic } from "../topic.ts";

/** Which size fits. */
export const size = topic({
  id: "size",
  isOfOrder: false,
});
