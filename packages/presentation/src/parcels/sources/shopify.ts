import type { ParcelSource } from "../parcel-source.ts";

/** `FulfillmentDisplayStatus` of Shopify's Admin API. PICKED_UP is by the customer, CARRIER_PICKED_UP by the carrier. */
export const shopify: ParcelSource = {
  called: "Shopify",
  codes: {
    SUBMITTED: "preparing",
    CONFIRMED: "preparing",
    LABEL_PURCHASED: "info_received",
    LABEL_PRINTED: "info_received",
    CARRIER_PICKED_UP: "picked_up",
    FULFILLED: "picked_up",
    MARKED_AS_FULFILLED: "picked_up",
    IN_TRANSIT: "in_transit",
    READY_FOR_PICKUP: "ready_for_pickup",
    OUT_FOR_DELIVERY: "out_for_delivery",
    DELIVERED: "delivered",
    PICKED_UP: "delivered",
    ATTEMPTED_DELIVERY: "attempt_failed",
    NOT_DELIVERED: "attempt_failed",
    DELAYED: "exception",
    FAILURE: "exception",
    CANCELED: "canceled",
    LABEL_VOIDED: "canceled",
  },
};
