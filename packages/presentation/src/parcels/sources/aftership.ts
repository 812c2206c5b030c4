import type { ParcelSource } from "../parcel-source.ts";
import type { ParcelStatus } from "../parcel-status.ts";

const tags: Record<string, ParcelStatus> = {
  Pending: "preparing",
  InfoReceived: "info_received",
  InTransit: "in_transit",
  OutForDelivery: "out_for_delivery",
  AvailableForPickup: "ready_for_pickup",
  AttemptFail: "attempt_failed",
  Delivered: "delivered",
  Exception: "exception",
  Expired: "exception",
};

const tagOf = new Map(Object.entries(tags).map(([tag, status]) => [tag.toLowerCase(), status]));

/**
 * AfterShip's tags and subtags: aftership.com/docs/tracking/enum/delivery-sub-statuses. Lists only subtags that mean
 * more than their tag; all others, current or future, count as their tag.
 */
export const aftership: ParcelSource = {
  called: "AfterShip",
  codes: {
    ...tags,
    InTransit_002: "picked_up",
    InTransit_005: "customs",
    InTransit_006: "customs",
    Exception_004: "customs",
    Exception_010: "returning",
    Exception_011: "returned",
    Exception_012: "damaged",
    Exception_013: "lost",
  },
  otherwise: (code) => tagOf.get(/^([a-z]+)_\d{3}$/.exec(code)?.[1] ?? "") ?? null,
};
