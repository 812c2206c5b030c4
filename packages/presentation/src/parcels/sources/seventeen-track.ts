import type { ParcelSource } from "../parcel-source.ts";
import type { ParcelStatus } from "../parcel-status.ts";

const statuses: Record<string, ParcelStatus> = {
  NotFound: "preparing",
  InfoReceived: "info_received",
  InTransit: "in_transit",
  Expired: "exception",
  AvailableForPickup: "ready_for_pickup",
  OutForDelivery: "out_for_delivery",
  DeliveryFailure: "attempt_failed",
  Delivered: "delivered",
  Exception: "exception",
};

const statusOf = new Map(
  Object.entries(statuses).map(([word, status]) => [word.toLowerCase(), status]),
);

/**
 * The 9 statuses of 17TRACK's API 2.4, and those of its 30 sub-statuses that mean more than their status. Every other
 * sub-status, current or future, counts as its status.
 */
export const seventeenTrack: ParcelSource = {
  called: "17TRACK",
  codes: {
    ...statuses,
    InTransit_PickedUp: "picked_up",
    InTransit_CustomsProcessing: "customs",
    InTransit_CustomsReleased: "customs",
    InTransit_CustomsRequiringInformation: "customs",
    Exception_Returning: "returning",
    Exception_Returned: "returned",
    Exception_Damage: "damaged",
    Exception_Lost: "lost",
    Exception_Destroyed: "lost",
    Exception_Cancel: "canceled",
  },
  otherwise: (code) => statusOf.get(/^([a-z]+)_[a-z]+$/.exec(code)?.[1] ?? "") ?? null,
};
