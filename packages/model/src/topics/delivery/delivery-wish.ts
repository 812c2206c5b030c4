import type { Topic } from "../contract/topic.ts";

/** Where, when or with whom the carrier should leave a parcel. */
export const deliveryWish = {
  id: "delivery_wish",
  concern: "delivery_wish",
  isOfOrder: true,
} as const satisfies Topic;
