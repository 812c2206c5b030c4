import type { ParcelStatusFacts } from "@meetbot/presentation";

/** The facts by which news of a status is compared with what a conversation already knows. */
export type JudgedBy = Pick<ParcelStatusFacts, "kind" | "rank" | "told">;

/** How long a push and its outcome are kept. */
export const pushTimes = {
  keptDays: 30,
};

/** The kinds of event pushes that a shop sends. */
export type PushMethod = "order.placed" | "order.changed" | "package.changed";

/**
 * Where one push is for one conversation. Upwards only: accepted, held, queued, sent, delivered, read; and the ends
 * skipped, failed and expired.
 */
export type NotificationState =
  | "accepted"
  | "held"
  | "queued"
  | "sent"
  | "delivered"
  | "read"
  | "skipped"
  | "failed"
  | "expired";

/** Why it is in that state, where that does not go without saying. */
export type NotificationReason =
  | "no_subscription"
  | "unsubscribed"
  /** Something later is known already, or the shop's own answer does not bear it out. */
  | "stale"
  | "repeated"
  /** The status is none that customers get updates about. */
  | "silent"
  | "not_shown"
  | "quiet_hours"
  /** The chat's page is closed, and no other way reaches the customer. */
  | "away"
  | "window_closed"
  | "no_template"
  | "channel_stopped"
  | "unavailable"
  | "gone"
  | "rate"
  | "expired";

/** By which way it goes: the conversation itself, a template of the platform, the browser, or a proved mailbox. */
export type NotificationWay = "chat" | "template" | "web_push" | "email";

/** A customer update as each way gets it. It holds nothing that a lock screen must not show. */
export interface News {
  botId: string;
  conversationId: string;
  pushId: string;
  /** HMAC of what it is about, in hexadecimal: the same for all news of one order or parcel. */
  thread: string;
  /** A status of `parcelStatuses` or `orderNewsStatuses`. */
  status: string;
  of: "order" | "package";
  /** In seconds: for how long it is news. */
  ttlS: number;
}

/** How a way took it. */
export type WayOutcome =
  | { kind: "sent" }
  /** This way cannot deliver the update, now or ever; the next way is tried. */
  | { kind: "no_way"; because: NotificationReason }
  /** Tried again after so long. */
  | { kind: "again"; afterMs: number }
  | { kind: "failed"; because: NotificationReason };
