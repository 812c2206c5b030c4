import { topic } from "../topic.ts";

/** How long a thing is covered, and for what. */
export const warranty = topic({
  id: "warranty",
  isOfOrder: false,
});
