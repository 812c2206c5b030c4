import { topic } from "../topic.ts";

/** What a thing is: material, use, compatibility, origin. */
export const product = topic({
  id: "product",
  isOfOrder: false,
});
