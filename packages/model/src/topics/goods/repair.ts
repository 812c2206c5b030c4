import type { Topic } from "../contract/topic.ts";

/** Repairs, spare parts, installation. */
export const repair = {
  id: "repair",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
