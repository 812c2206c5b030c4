import { topic } from "../topic.ts";

/** Shipping to another country or region, and duties. */
export const abroad = topic({
  id: "abroad",
  isOfOrder: false,
});
