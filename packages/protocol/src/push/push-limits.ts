/** 64 KiB: an order of 50 lines takes a quarter of this. */
export const maxPushBytes = 64 * 1024;

/** 1 MiB of body for all pushes of a batch together. */
export const maxPushBatchBytes = 1024 * 1024;

/** Pushes that one request may carry. */
export const maxPushBatchLength = 100;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** `expires_at` may be at most 7 days ahead. */
export const maxPushExpiryMs = 7 * dayMs;

/** `occurred_at` may be at most 10 minutes ahead, to tolerate wrong clocks. */
export const maxPushAheadMs = 10 * minuteMs;

/** Meetbot records an event that is more than 30 days old, but notifies nobody. */
export const maxPushAgeMs = 30 * dayMs;

/** The longest `status`. */
export const maxPushStatusLength = 100;
