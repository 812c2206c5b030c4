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
  /** The number that the customer gave or an account lists, by which it was shown; of an account that itself. */
  shownBy: string;
  /** When the proof ends that it was shown by, in Unix milliseconds; `null`: it rests on none. */
  expires: number | null;
  known: readonly KnownStatus[];
}

/** The dialog's state for customer updates. */
export interface NewsState {
  /** Offered lately, the newest last: nothing is offered twice. */
  offered: NewsOffer[];
  /** What the customer gets updates about: numbers and accounts. */
  on: string[];
  /** What they stopped last: it is turned on again by a word, and not by the shop. */
  stopped: string[];
  /** Updates that an operator ended: the bot may offer them again, but the shop cannot turn them on. Absent if none. */
  ended?: string[];
}

/** The facts about how updates reach customers, for the dialog. */
export interface NewsFacts {
  /** Whether the shop pushes changes. */
  isPushed: boolean;
  /** `here`: the platform shows them wherever the customer is. `on_return`: they read them when they come back. */
  reach: "here" | "on_return";
  /** The ways that updates reach the customer while the chat is closed; absent: none. */
  outside?: NewsOutside;
}

/** Ways out of the chat that there are for a customer. `browser`: they turn it on themselves. */
export interface NewsOutside {
  browser: boolean;
  email: boolean;
}

/** The outcome of a request to subscribe. */
export type SubscribeOutcome =
  | { kind: "begun"; scope: SubscriptionScope; subject: string }
  /** The proof under which the subject was shown is no longer valid. */
  | { kind: "not_proved" };
