import type { FailureReason } from "@meetbot/network/exchange/exchange-record.ts";
import type { UsableAnswer } from "@meetbot/network/exchange/usable-answer.ts";
import type { OrderFilter } from "@meetbot/protocol";
import type { NewsOffer } from "../push/news-state.ts";
import type { SeenOrder, Shown } from "./proof.ts";
import type { Concern, Fact, Narrowing } from "./recognition.ts";

/** A question of the dialog to the merchant; `merchant/` turns it into a signed query. */
export type Question =
  | { method: "orders"; userAccount: string; filter: OrderFilter; page: number; isLong?: true }
  | { method: "orders"; orderNumber: string }
  | { method: "packages"; orderNumber: string; page: number; isLong?: true }
  | { method: "packages"; packageNumber: string; page: number };

/** What a customer wants: the order itself, or its packages. */
export type Goal = "orders" | "packages";

/** The state by which a customer picks one of several orders or parcels: “the one that came”. */
export type DescribedState = "unpaid" | "unsent" | "not_here" | "delivered" | "underway";

/** What a customer wants to know about an order or package. */
export interface Wish {
  goal: Goal;
  /** The facts to answer with a sentence each; if empty, the answer is the status. */
  facts: readonly Fact[];
  concern: Concern | null;
  /** The customer's text, if it may name goods. */
  words: string | null;
  narrowing: Narrowing | null;
  /** Limits the answer to these parcels of the order, by the numbers with which they were shown; absent for all. */
  parcels?: readonly string[];
  /** Limits the question to the order's parcels in this state; absent for all parcels. */
  parcelsThat?: DescribedState;
  /** The topic whose answer by the shop the customer wants, with the order filled in; absent if none. */
  topic?: string;
  /** Whether the turn asks for others too: each answer then names the one it is about. */
  isOneOfSeveral: boolean;
}

/** An account's orders as this customer may see them. */
export interface OrdersShown {
  kind: "orders";
  orders: Shown<SeenOrder>[];
  hasNextPage: boolean;
}

/** Results of earlier answers in the same turn: the bot sends them together with the answer it waits for. */
export type Carried =
  /** The order whose packages the bot queries. */
  | { kind: "order"; order: Shown<SeenOrder> }
  /** An order that the bot shows unchanged if the account's lists do not contain it. */
  | { kind: "fallback"; order: Shown<SeenOrder> }
  /** A list of orders whose packages the bot queries: those at `left`, one after the other. */
  | {
      kind: "list";
      answer: OrdersShown;
      asked: AccountQuestion;
      left: number[];
      heading: string;
      on?: Plan;
    }
  /** Everything in the lists that matches the search. */
  | Gathered;

/** The orders found in an account's lists so far. */
export interface Gathered {
  kind: "gathered";
  found: InList[];
  /** There are more than were looked through. */
  isCut?: true;
  /**
   * Set once all lists have been searched; the bot then queries the packages of those at `left`, one after the other.
   */
  parcels?: { asked: AccountQuestion; left: number[] };
}

/** An order with the list that contains it. */
export interface InList {
  order: Shown<SeenOrder>;
  list: OrderFilter;
}

/** A question to the shop, with its purpose. */
export interface Plan {
  question: Question;
  /** The account's lists are searched for this order, because its number alone proves too little. */
  finding: { orderNumber: string; goal: Goal } | null;
  /** The number was tried as an order's or a package's before, and is now tried as the other. */
  secondTry: boolean;
  /** If absent, the bot shows what it finds unchanged and queries nothing further. */
  wish?: Wish;
  carried?: Carried;
  /** The account's lists were searched for it already: that is done once. */
  searched?: true;
  /** Set if a query for the order's packages already found none. */
  noPackages?: true;
  /** The plans to run next, in the same turn. */
  next?: Plan[];
}

/** A question about an account's orders. */
export type AccountQuestion = Extract<Question, { userAccount: string }>;

/** A question to the shop about one account, with its purpose. */
export type AccountPlan = Plan & { question: AccountQuestion };

/** What the dialog needs from outside before it continues. */
export type Ask =
  | { kind: "merchant"; plan: Plan }
  | { kind: "send_code"; email: string }
  | { kind: "check_code"; typed: string }
  /** Creates a link for signing in on the shop's own page. */
  | { kind: "make_link" }
  | { kind: "check_link"; typed: string }
  /** To be written to once a person has answered. It proves nothing. */
  | { kind: "leave_email"; email: string }
  /** The customer subscribes to updates about the offer's subject, as far as it may still be shown. */
  | { kind: "subscribe"; offer: NewsOffer }
  /** From now on, nothing of an account may be shown. */
  | { kind: "sign_out" };

/** Why the shop's system gave no usable answer. For the delivery log, never for the customer. */
export type UnavailableReason = FailureReason | "refused_otherwise" | UnaskedReason;

/** Why Meetbot did not query the shop's system. */
export type UnaskedReason = "breaker_open" | "busy" | "endpoint_stopped";

/** The shop's system does not answer: never to be confused with a refusal. */
export interface Unavailable {
  kind: "unavailable";
  reason: UnavailableReason;
}

export type MerchantAnswer = UsableAnswer | Unavailable;

/** The final outcome of a customer's question, however often the shop was queried for it. */
export type QuestionOutcome = "answered" | "not_found" | "unavailable";
