import type { Topic } from "../contract/topic.ts";

/** Where, or to whom, an order goes. */
export const changeAddress = {
  id: "change_address",
  concern: "change",
  isOfOrder: true,
} as const satisfies Topic;
