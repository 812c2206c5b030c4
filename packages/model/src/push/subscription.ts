import type { OrderNewsStatus, ParcelStatus, ParcelStatusFacts } from "@meetbot/presentation";

/**
 * How a customer subscribed. `choice`: they tapped “Keep me posted” below what they were shown. `signed_in`: the shop
 * vouched for them, and they said yes. `linked`: their chat is linked with the account. `shop`: they agreed in the
 * shop's checkout, and the shop vouched for that.
 */
export type SubscriptionSource = "choice" | "signed_in" | "linked" | "shop";

/** What a subscription covers: one order and its parcels, one parcel, or all orders of an account. */
export type SubscriptionScope = "order" | "package" | "account";

/** What ended the subscription; null if it is active. `delivered`: ends 30 days after delivery. */
export type SubscriptionEnd =
  | "stop_word"
  | "choice"
  | "delivered"
  | "operator"
  | "forgotten"
  | "bounced"
  | "gone";

/** The final statuses: nothing follows one of these. */
export const lastStatuses = [
  "delivered",
  "returned",
  "lost",
  "canceled",
  "refunded",
] as const satisfies readonly (ParcelStatus | OrderNewsStatus)[];

/**
 * How long a subscription continues after the last status was sent, and how long it is stored once it has ended: it
 * proves consent.
 */
export const subscriptionTimes = {
  afterLastDays: 30,
  endedKeptDays: 30,
  /** How long after the customer's last message a conversation with a subscription is stored. */
  keepsConversationDays: 60,
};

/** A package or an order as it was on the screen. */
export interface KnownStatus extends Pick<ParcelStatusFacts, "kind" | "rank"> {
  of: "order" | "package";
  number: string;
  /** A status of `parcelStatuses`, of an order one of `orderNewsStatuses`. */
  status: string;
}

/** A new subscription, as a turn begins it. */
export interface NewSubscription {
  scope: SubscriptionScope;
  /** The order's or the package's number, or the account. */
  subject: string;
  source: SubscriptionSource;
  /** Which text they agreed to: see `consentWordings`. */
  wording: number;
  /** The packages and statuses that were on the screen: a status that the customer has seen is not sent again. */
  known: readonly KnownStatus[];
}

/** A turn's change to the subscriptions. */
export type SubscriptionChange =
  | { kind: "begin"; subscription: NewSubscription }
  /** Ends all subscriptions of this conversation at once, with the updates that still wait to be sent. */
  | { kind: "end"; by: SubscriptionEnd }
  /** Resumes what the customer stopped last. */
  | { kind: "resume" }
  /** Of one order alone. */
  | { kind: "end_one"; subject: string; by: SubscriptionEnd };
