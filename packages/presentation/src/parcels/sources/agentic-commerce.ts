import type { ParcelSource } from "../parcel-source.ts";

/** The fulfillment events of ACP and UCP: open strings; both specifications name these. */
export const agenticCommerce: ParcelSource = {
  called: "ACP, UCP",
  codes: {
    processing: "preparing",
    shipped: "picked_up",
    in_transit: "in_transit",
    ready_for_pickup: "ready_for_pickup",
    out_for_delivery: "out_for_delivery",
    delivered: "delivered",
    failed_attempt: "attempt_failed",
    undeliverable: "exception",
    returned_to_sender: "returned",
    canceled: "canceled",
  },
};
