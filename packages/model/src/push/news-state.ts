import type { KnownStatus, SubscriptionScope } from "./subscription.ts";

/** Limits on customer updates. */
export const newsLimits = {
  /** Living ones of one conversation: far more orders than a customer waits for. */
  subscriptions: 50,
};

/** A subscription to customer updates, as the bot offered it to the customer. */
export interface NewsOffer {
  scope: SubscriptionScope;
  /** The order's or the package's number, or the account. */
  subject: string;
  /**
   * The number, given by the customer or listed by an account, that revealed the subject; for an account, the account
   * itself.
   */
  shownBy: string;
  /** When the proof that allowed showing it ends, in Unix milliseconds; `null` if no proof was needed. */
  expires: number | null;
  known: readonly KnownStatus[];
}

/** The dialog's state for customer updates. */
export interface NewsState {
  /** Offered lately, the newest last: nothing is offered twice. */
  offered: NewsOffer[];
  /** What the customer gets updates about: numbers and accounts. */
  on: string[];
  /** Updates that the customer stopped last: the customer can turn them on again with a word, but the shop cannot. */
  stopped: string[];
  /** Updates that an operator ended: the bot may offer them again, but the shop cannot turn them on. Absent if none. */
  ended?: string[];
}

/** The facts about how updates reach customers, for the dialog. */
export interface NewsFacts {
  /** Whether the shop pushes changes. */
  isPushed: boolean;
  /**
   * `here`: the platform shows updates wherever the customer is. `on_return`: customers read them when they come back.
   */
  reach: "here" | "on_return";
  /** The ways that updates reach the customer while the chat is closed; absent: none. */
  outside?: NewsOutside;
}

/** Ways to reach a customer outside the chat. `browser`: the customer turns it on. */
export interface NewsOutside {
  browser: boolean;
  email: boolean;
}

/** The outcome of a request to subscribe. */
export type SubscribeOutcome =
  | { kind: "begun"; scope: SubscriptionScope; subject: string }
  /** The proof under which the subject was shown is no longer valid. */
  | { kind: "not_proved" };
