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
 * The state of one push for one conversation. States only advance: accepted, held, queued, sent, delivered, read; the
 * end states are skipped, failed and expired.
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

/** The reason for the state, unless it is obvious. */
export type NotificationReason =
  | "no_subscription"
  | "unsubscribed"
  /** A later status is already known, or the shop's own answer does not confirm this one. */
  | "stale"
  | "repeated"
  /** The status is none that customers get updates about. */
  | "silent"
  | "not_shown"
  | "quiet_hours"
  /** The chat page is closed, and no other way reaches the customer. */
  | "away"
  | "window_closed"
  | "no_template"
  | "channel_stopped"
  | "unavailable"
  | "gone"
  | "rate"
  | "expired";

/**
 * How an update is delivered: in the conversation, by a platform's template, in the browser, or to a proved mailbox.
 */
export type NotificationWay = "chat" | "template" | "web_push" | "email";

/** A customer update as each way gets it. It holds nothing that a lock screen must not show. */
export interface News {
  botId: string;
  conversationId: string;
  pushId: string;
  /** HMAC of the update's subject, in hexadecimal: the same for all updates about one order or parcel. */
  thread: string;
  /** A status of `parcelStatuses` or `orderNewsStatuses`. */
  status: string;
  of: "order" | "package";
  /** In seconds: for how long it is news. */
  ttlS: number;
}

/** The outcome of delivering an update in one way. */
export type WayOutcome =
  | { kind: "sent" }
  /** This way cannot deliver the update, now or ever; the next way is tried. */
  | { kind: "no_way"; because: NotificationReason }
  /** Retry after this long. */
  | { kind: "again"; afterMs: number }
  | { kind: "failed"; because: NotificationReason };
