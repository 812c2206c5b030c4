import type { ParcelSource } from "../parcel-source.ts";

/** `status` of EasyPost's Tracker. */
export const easypost: ParcelSource = {
  called: "EasyPost",
  codes: {
    unknown: "preparing",
    pre_transit: "info_received",
    in_transit: "in_transit",
    available_for_pickup: "ready_for_pickup",
    out_for_delivery: "out_for_delivery",
    delivered: "delivered",
    failure: "exception",
    error: "exception",
    return_to_sender: "returning",
    cancelled: "canceled",
  },
};
