import type { Topic } from "../contract/topic.ts";

/** Sending something back: how, until when, who pays. */
export const returns = {
  id: "returns",
  concern: "return",
  isOfOrder: true,
} as const satisfies Topic;
