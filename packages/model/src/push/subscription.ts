import type { OrderNewsStatus, ParcelStatus, ParcelStatusFacts } from "@meetbot/presentation";

/**
 * How somebody came to be told. `choice`: they tapped “Keep me posted” below what they were shown. `signed_in`: the
 * shop vouched for them, and they said yes. `linked`: their chat is linked with the account. `shop`: they agreed in
 * the shop's checkout, and the shop vouched for that.
 */
export type SubscriptionSource = "choice" | "signed_in" | "linked" | "shop";

/** What is told: of one order and its parcels, of one parcel, or of all orders of an account. */
export type SubscriptionScope = "order" | "package" | "account";

/** By what it ended; null: it has not. `delivered`: 30 days after that. */
export type SubscriptionEnd =
  | "stop_word"
  | "choice"
  | "delivered"
  | "operator"
  | "forgotten"
  | "bounced"
  | "gone";

/** After one of these nothing is to come. */
export const lastStatuses = [
  "delivered",
  "returned",
  "lost",
  "canceled",
  "refunded",
] as const satisfies readonly (ParcelStatus | OrderNewsStatus)[];

/** How long a subscription goes on after the last status was told, and is kept once it has ended: it proves consent. */
export const subscriptionTimes = {
  afterLastDays: 30,
  endedKeptDays: 30,
  /** So long after the customer's last message a conversation is kept in which they wait to be told. */
  keepsConversationDays: 60,
};

/** A package or an order as it was on the screen. */
export interface KnownStatus extends Pick<ParcelStatusFacts, "kind" | "rank"> {
  of: "order" | "package";
  number: string;
  /** A status of `parcelStatuses`, of an order one of `orderNewsStatuses`. */
  status: string;
}

/** Somebody who wants to be told, as a turn begins it. */
export interface NewSubscription {
  scope: SubscriptionScope;
  /** The order's or the package's number, or the account. */
  subject: string;
  source: SubscriptionSource;
  /** Which text they agreed to: see `consentWordings`. */
  wording: number;
  /** Packages and their status as they were on the screen: what is known is no news. */
  known: readonly KnownStatus[];
}

/** What a turn changes about who is told. */
export type SubscriptionChange =
  | { kind: "begin"; subscription: NewSubscription }
  /** All of this conversation, at once; also what waits to be told. */
  | { kind: "end"; by: SubscriptionEnd }
  /** What the customer stopped last is told again. */
  | { kind: "resume" }
  /** Of one order alone. */
  | { kind: "end_one"; subject: string; by: SubscriptionEnd };
