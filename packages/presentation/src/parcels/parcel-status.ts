import type { PackageStatusCode } from "@meetbot/protocol";

/**
 * How a status affects the order of updates. `way`: a stop on the normal way, ordered by rank. `side`: a problem on the
 * way, after which the parcel may move on. `back`: the parcel is returning to its sender. `end`: final, except for a
 * return.
 */
export type StatusKind = "way" | "side" | "back" | "end";

export interface ParcelStatusFacts {
  /** Later stages of the delivery have a higher rank. */
  rank: number;
  kind: StatusKind;
  /**
   * When subscribed customers get an update about this status: always, never, or only if it is the first sign that the
   * parcel moves.
   */
  told: "always" | "never" | "first";
  /** How many hours the status stays news; after that, no update is sent to customers who have not received it. */
  newsForH: number;
}

const dayH = 24;

/**
 * Meetbot's own parcel statuses, independent of carrier and shop. `sources` maps every word and code of a carrier or
 * shop to one of these.
 */
export const parcelStatuses = {
  preparing: { rank: 0, kind: "way", told: "never", newsForH: 7 * dayH },
  info_received: { rank: 1, kind: "way", told: "never", newsForH: 7 * dayH },
  picked_up: { rank: 2, kind: "way", told: "always", newsForH: 7 * dayH },
  in_transit: { rank: 3, kind: "way", told: "first", newsForH: 7 * dayH },
  customs: { rank: 3, kind: "way", told: "never", newsForH: 7 * dayH },
  ready_for_pickup: { rank: 4, kind: "way", told: "always", newsForH: 3 * dayH },
  out_for_delivery: { rank: 4, kind: "way", told: "always", newsForH: 12 },
  attempt_failed: { rank: 4, kind: "side", told: "always", newsForH: 3 * dayH },
  exception: { rank: 4, kind: "side", told: "always", newsForH: 3 * dayH },
  damaged: { rank: 4, kind: "side", told: "always", newsForH: 3 * dayH },
  returning: { rank: 5, kind: "back", told: "always", newsForH: 7 * dayH },
  delivered: { rank: 6, kind: "end", told: "always", newsForH: 3 * dayH },
  returned: { rank: 6, kind: "end", told: "always", newsForH: 7 * dayH },
  lost: { rank: 6, kind: "end", told: "always", newsForH: 7 * dayH },
  canceled: { rank: 6, kind: "end", told: "always", newsForH: 7 * dayH },
} as const satisfies Record<PackageStatusCode, ParcelStatusFacts>;

export type ParcelStatus = keyof typeof parcelStatuses;

/** The same facts for an order as a whole; updates about its parcels use the parcel statuses. */
export const orderNewsStatuses = {
  placed: { rank: 0, kind: "way", told: "always", newsForH: 7 * dayH },
  paid: { rank: 1, kind: "way", told: "always", newsForH: 7 * dayH },
  processing: { rank: 2, kind: "way", told: "never", newsForH: 7 * dayH },
  partially_shipped: { rank: 3, kind: "way", told: "never", newsForH: 7 * dayH },
  shipped: { rank: 4, kind: "way", told: "never", newsForH: 7 * dayH },
  delivered: { rank: 5, kind: "way", told: "never", newsForH: 7 * dayH },
  delayed: { rank: 2, kind: "side", told: "always", newsForH: 3 * dayH },
  canceled: { rank: 6, kind: "way", told: "always", newsForH: 7 * dayH },
  refunded: { rank: 7, kind: "end", told: "always", newsForH: 7 * dayH },
} as const satisfies Record<string, ParcelStatusFacts>;

export type OrderNewsStatus = keyof typeof orderNewsStatuses;
