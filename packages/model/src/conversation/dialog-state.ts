import type { Stage } from "@meetbot/presentation";
import type { OrderFilter } from "@meetbot/protocol";
import type { NewsState } from "../push/news-state.ts";
import type { Slot } from "./action.ts";
import type { AccountPlan, Goal, Wish } from "./ask.ts";
import type { Locale } from "./locale.ts";
import type { Fact } from "./recognition.ts";
import type { Choice } from "./reply.ts";

/** A guided question: the customer's goal, their input so far, and the slot that the bot asks for now. */
export interface Form {
  goal: Goal;
  awaiting: Slot;
  filter: OrderFilter;
  orderNumber: string | null;
  /** What to answer once the form is filled in; absent: the status. */
  wish?: Wish;
  /** Answers in a row that could not be used. */
  misses: number;
}

/** The state of a customer who is proving an account. */
export interface Proving {
  /** Where the code is sent; `null` while the bot asks for the address, or if no code is sent. */
  email: string | null;
  /** The customer signs in at the shop instead, and types what the shop's page shows. */
  byLink?: true;
  /** The question to send once the account is proved. */
  plan: AccountPlan;
}

/** A request that only an agent can handle; it is passed on when an agent is called. */
export interface Request {
  /** Of the shop's topics. */
  topic: string;
  /** The order that it is about; `null`: none was named. */
  number: string | null;
  /** When the proof ends that this order was shown by, in Unix milliseconds; `null`: its number was typed, or it rests on none. */
  expires: number | null;
  /** It is the proof of an account. */
  ofAccount?: true;
  /** The customer's own sentences. */
  words: readonly string[];
}

/** Something on the customer's screen that they can ask about. */
export interface OnScreen {
  kind: "order" | "package";
  /** The number for querying the shop; `null` if it is hidden. */
  number: string | null;
  /** The titles of the goods in it, by which customers name an order. */
  titles: string[];
  /** When the proof that allowed showing it ends, in Unix milliseconds; `null` if no proof was needed. */
  expires: number | null;
  /** Set if that proof is for an account. */
  ofAccount?: true;
  /** Set if the shop lists refunds of the order. */
  refunds?: true;
  /** The stage of the order or package, as far as it may be shown: “the refunded one”. */
  stage?: Stage;
  /** The order's total, if it may be shown. */
  total?: { amount: number; currency: string };
  /** A part of the order was not sent, so the status of its packages does not cover the whole order. */
  isPartly?: true;
  /** Numbers of the order's parcels as shown; absent if there is only one, or if they are hidden. */
  parcels?: string[];
  /** The only parcels that the last answer covered. */
  meantParcels?: string[];
}

/** The dialog's stored state of a conversation. */
export interface DialogState {
  locale: Locale;
  form: Form | null;
  proving: Proving | null;
  /** The account that the shop's server vouched for, or that is linked; `null`: a guest. */
  account: string | null;
  /** The last email typed; the next question about orders reuses it. */
  email: string | null;
  /** The numbers that the customer typed last: the bot repeats no others, since the customer may not know them. */
  typed: string[];
  /** Up to ten orders and packages on the customer's screen, in its order, that they may ask about. */
  shown: OnScreen[];
  /** The number of the order or package mentioned last: “where is it?” refers to this one. */
  focus: string | null;
  /** The number of the last card shown; further questions about it do not show the card again. */
  card: string | null;
  /** The bot's texts of the previous turn: it never repeats a text in the next turn. */
  said: string[];
  /** Set if the last search found nothing. */
  foundNone?: true;
  /**
   * What the last answer said about orders; absent if it was not about orders. `number`: the only order that it
   * covered; no facts: the status.
   */
  told?: { number: string | null; facts: readonly Fact[] };
  /** Whether the bot has explained why an email alone shows so little; once is enough. */
  ladderTold: boolean;
  /** Questions in a row that the shop's system did not answer. */
  failures: number;
  /** Utterances in a row that were not understood. */
  misunderstood: number;
  /** When the last picture or file arrived, in Unix milliseconds; absent if none did. */
  mediaAtMs?: number;
  /** What the bot asks outside forms: an email address to write to, or words to add to a rating. Absent: nothing. */
  besides?: { asks: "email"; misses: number } | { asks: "rating_words" };
  /** IANA name of the customer's own time zone; absent if unknown. */
  zone?: string;
  /** A person was called, and the bot has mentioned that once beside an answer. */
  waitingTold?: true;
  /**
   * No person could be called because too many customers wait already. A customer who then leaves an email still gets
   * an answer.
   */
  callRefused?: true;
  /** A person was called, and once since then the bot was sorry that the customer is not happy. */
  soothed?: true;
  /** The customer's updates; absent when nothing was offered. */
  news?: NewsState;
  /** A request that only a person can fulfil, made since the bot last answered anything else; absent: none. */
  request?: Request;
  /** Offered last: typing a title counts as tapping it. */
  offered: Choice[];
}
