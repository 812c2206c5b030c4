import type { Topic } from "../contract/topic.ts";

/** The code by which a parcel is fetched from a pickup point or a locker. */
export const pickupCode = {
  id: "pickup_code",
  concern: "pickup_code",
  isOfOrder: true,
} as const satisfies Topic;
