import { topic } from "../topic.ts";

/** Repairs, spare parts, installation. */
export const repair = topic({
  id: "repair",
  isOfOrder: false,
});
