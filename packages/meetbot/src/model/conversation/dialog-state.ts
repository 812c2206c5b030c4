import type { OrderFilter } from "@meetbot/protocol";
import type { Slot } from "./action.ts";
import type { AccountPlan, Goal } from "./ask.ts";
import type { Locale } from "./locale.ts";
import type { Choice } from "./reply.ts";

/** A guided question: what the customer is after, what they gave so far, and what is asked now. */
export interface Form {
  goal: Goal;
  awaiting: Slot;
  filter: OrderFilter;
  orderNumber: string | null;
  /** Answers in a row that could not be used. */
  misses: number;
}

/** A customer on the way to prove an account. */
export interface Proving {
  /** To which a code is sent; `null`: it is asked for, or none is. */
  email: string | null;
  /** They sign in at the shop instead, and type what its page shows. */
  byLink?: true;
  /** What is asked once it is proved. */
  plan: AccountPlan;
}

/** What the dialog remembers of a conversation. */
export interface DialogState {
  locale: Locale;
  form: Form | null;
  proving: Proving | null;
  /** The account that the shop's server vouched for, or that is linked; `null`: a guest. */
  account: string | null;
  /** The email typed last: the next question about orders uses it without asking again. */
  email: string | null;
  /** The number typed last: no other is ever said back, for the customer may not know it. */
  typed: string | null;
  /** The order that was shown last: “where is it?” means this one. */
  subject: string | null;
  /** The customer was told why an email alone shows so little: once is enough. */
  ladderTold: boolean;
  /** Questions in a row that the shop's system did not answer. */
  failures: number;
  /** Utterances in a row that were not understood. */
  misunderstood: number;
  /** When a picture or a file came last, in Unix milliseconds; absent: none did. */
  mediaAtMs?: number;
  /** Offered last: typing a title counts as tapping it. */
  offered: Choice[];
}
