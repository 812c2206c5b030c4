/** An order's progress as codes for programs, next to `status`, which is for people. */
export const orderStatusCodes = [
  "unpaid",
  "processing",
  "partially_shipped",
  "shipped",
  "delivered",
  "canceled",
  "refunded",
  "returning",
  "returned",
] as const;

export type OrderStatusCode = (typeof orderStatusCodes)[number];

/** How far a package is, for programs: the words that pushes speak in too. */
export const packageStatusCodes = [
  "preparing",
  "info_received",
  "picked_up",
  "in_transit",
  "customs",
  "ready_for_pickup",
  "out_for_delivery",
  "attempt_failed",
  "exception",
  "damaged",
  "returning",
  "delivered",
  "returned",
  "lost",
  "canceled",
] as const;

export type PackageStatusCode = (typeof packageStatusCodes)[number];

/** The kinds of product lines; `physical` is the default. */
export const elementKinds = ["physical", "digital", "gift_card"] as const;

export type ElementKind = (typeof elementKinds)[number];

/** The states of a refund. */
export const refundStatuses = ["pending", "refunded", "failed"] as const;

export type RefundStatus = (typeof refundStatuses)[number];
