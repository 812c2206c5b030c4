import type { Topic } from "../contract/topic.ts";

/** An invoice or receipt, its copy, its title. */
export const invoice = {
  id: "invoice",
  concern: "invoice",
  isOfOrder: true,
} as const satisfies Topic;
