import { topic } from "../topic.ts";

/** An invoice or receipt, its copy, its title. */
export const invoice = topic({
  id: "invoice",
  concern: "invoice",
  isOfOrder: true,
});
