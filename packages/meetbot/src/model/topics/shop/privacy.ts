import { topic } from "../topic.ts";

/** What is stored of a customer, and having it deleted. */
export const privacy = topic({
  id: "privacy",
  concern: "privacy",
  isOfOrder: false,
});
