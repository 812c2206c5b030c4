import { topic } from "../topic.ts";

/** Another size, color or article for what came. */
export const exchange = topic({
  id: "exchange",
  concern: "exchange",
  isOfOrder: true,
});
