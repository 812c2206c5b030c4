import type { ParcelStatus } from "@meetbot/presentation";
import type {
  NotificationReason,
  NotificationState,
  NotificationWay,
  PushMethod,
} from "./notification.ts";
import type { SubscriptionEnd, SubscriptionScope, SubscriptionSource } from "./subscription.ts";

/** Prefix of the ids of pushes that an operator made; a shop's ids contain no dot. */
export const testPushes = {
  idPrefix: "test.",
};

/**
 * A carrier's hint is stored as a push, whose id has this prefix; a bot accepts no further ones while `maxWaiting`
 * wait.
 */
export const hintPushes = {
  idPrefix: "hint.",
  maxWaiting: 1_000,
};

/** The parcel status that a carrier reports. */
export type HintedStatus = ParcelStatus;

/** A push as the log lists it. */
export interface LoggedPush {
  id: string;
  method: PushMethod;
  occurredAt: Date;
  acceptedAt: Date;
  expiresAt: Date | null;
  recipients: number;
  /**
   * The status as which the push was classified, in our own terms; null if it was not yet classified for any recipient.
   */
  status: string | null;
  /** How many recipients the push has in each state; recipients whose conversation is deleted are not counted. */
  states: { state: NotificationState; recipients: number }[];
}

/** Filters the log of pushes. */
export interface PushFilter {
  method?: PushMethod | undefined;
  /** For one conversation or more. */
  state?: NotificationState | undefined;
  tests?: "only" | "none" | undefined;
}

/** A subscription as operators see it. */
export interface LoggedSubscription {
  id: string;
  conversationId: string;
  channel: string;
  scope: SubscriptionScope;
  /** The order's or the package's number, or the account. */
  subject: string;
  source: SubscriptionSource;
  wording: number;
  locale: string;
  createdAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  endedBy: SubscriptionEnd | null;
}

export interface SubscriptionFilter {
  state?: "living" | "ended" | undefined;
  conversationId?: string | undefined;
}

/** The number of active subscriptions with the same scope, source and channel. */
export interface LivingTally extends Pick<LoggedSubscription, "scope" | "source" | "channel"> {
  subscriptions: number;
}

/** What a conversation subscribes to. */
export type Followed = Pick<LoggedSubscription, "scope" | "subject">;

/** The results of pushes within the last days; tests are not counted. */
export interface PushFigures {
  pushes: number;
  /** The pushes among them without a subscriber. */
  unheard: number;
  notifications: {
    state: NotificationState;
    way: NotificationWay | null;
    because: NotificationReason | null;
    count: number;
  }[];
  began: number;
  stopped: { endedBy: SubscriptionEnd; count: number }[];
}
