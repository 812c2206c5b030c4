import type { Topic } from "../contract/topic.ts";

/** Signing in, registering, a password. */
export const account = {
  id: "account",
  concern: null,
  isOfOrder: false,
} as const satisfies Topic;
