/** That a parcel with this carrier's number is of this order, as the shop has said. */
export interface TrackedParcel {
  trackingNumber: string;
  orderNumber: string;
}

/** How long that is remembered, and how much of it. */
export const trackingLimits = {
  /** Since the shop last said so. Carriers use their numbers again, after a year or so. */
  keptDays: 30,
  /** The newest so many of a bot; each takes some 300 bytes. */
  maxOfBot: 200_000,
};
