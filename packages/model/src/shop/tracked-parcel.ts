/** That a parcel with this carrier's number is of this order, as the shop has said. */
export interface TrackedParcel {
  trackingNumber: string;
  orderNumber: string;
}

/** How long tracked parcels are stored, and how many. */
export const trackingLimits = {
  /** Since the shop last said so. Carriers use their numbers again, after a year or so. */
  keptDays: 30,
  /** The most tracked parcels of a bot, the newest first; each takes some 300 bytes. */
  maxOfBot: 200_000,
};
