/** A parcel with a carrier's number, and the order that the shop reported for it. */
export interface TrackedParcel {
  trackingNumber: string;
  orderNumber: string;
}

/** How long tracked parcels are stored, and how many. */
export const trackingLimits = {
  /** Counted from the shop's last report. Carriers reuse their numbers after a year or so. */
  keptDays: 30,
  /** The most tracked parcels of a bot, the newest first; each takes some 300 bytes. */
  maxOfBot: 200_000,
};
