import type { Topic } from "../contract/topic.ts";

/** Changing the address or the recipient of an order. */
export const changeAddress = {
  id: "change_address",
  concern: "change",
  isOfOrder: true,
} as const satisfies Topic;
