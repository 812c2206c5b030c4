import type { ParcelSource } from "../parcel-source.ts";

/** 韵达's statuses of the open platform. */
export const yunda: ParcelSource = {
  called: "韵达",
  codes: {
    GOT: "picked_up",
    TRANSIT: "in_transit",
    SIGNED: "delivered",
    RETURN: "returning",
    SIGNFAIL: "attempt_failed",
  },
};
