import type { FailureReason } from "@meetbot/network/exchange/exchange-record.ts";
import type { UsableAnswer } from "@meetbot/network/exchange/usable-answer.ts";
import type { OrderFilter } from "@meetbot/protocol";
import type { NewsOffer } from "../push/news-state.ts";
import type { SeenOrder, Shown } from "./proof.ts";
import type { Concern, Fact, Narrowing } from "./recognition.ts";

/** What the dialog wants to know from the merchant; `merchant/` makes a signed query of it. */
export type Question =
  | { method: "orders"; userAccount: string; filter: OrderFilter; page: number; isLong?: true }
  | { method: "orders"; orderNumber: string }
  | { method: "packages"; orderNumber: string; page: number; isLong?: true }
  | { method: "packages"; packageNumber: string; page: number };

/** What a customer is after: the order itself, or its packages. */
export type Goal = "orders" | "packages";

/** How far one of several is that a customer describes: “the one that came”. */
export type DescribedState = "unpaid" | "unsent" | "not_here" | "delivered" | "underway";

/** What a customer wants to know about an order or package. */
export interface Wish {
  goal: Goal;
  /** Told in a sentence each; none: how it stands. */
  facts: readonly Fact[];
  concern: Concern | null;
  /** What the customer wrote, where goods may be named in it. */
  words: string | null;
  narrowing: Narrowing | null;
  /** Only these parcels of the order are meant, by the numbers that they were shown with; absent: all are. */
  parcels?: readonly string[];
  /** Only the order's parcels that are so far are meant; absent: all are. */
  parcelsThat?: DescribedState;
  /** The shop's own answer to this topic is what is wanted, with the order in it; absent: none is. */
  topic?: string;
  /** Others are asked for in the same turn: each answer says of which it is. */
  isOneOfSeveral: boolean;
}

/** An account's orders as this customer may see them. */
export interface OrdersShown {
  kind: "orders";
  orders: Shown<SeenOrder>[];
  hasNextPage: boolean;
}

/** What earlier answers of the same turn brought: it is said with the one that is waited for. */
export type Carried =
  /** The order whose packages are asked for. */
  | { kind: "order"; order: Shown<SeenOrder> }
  /** Shown as it is where the account's lists do not hold it. */
  | { kind: "fallback"; order: Shown<SeenOrder> }
  /** A list, the packages of whose orders are asked for: those at `left`, one after the other. */
  | {
      kind: "list";
      answer: OrdersShown;
      asked: AccountQuestion;
      left: number[];
      heading: string;
      on?: Plan;
    }
  /** What all the lists hold of what is sought. */
  | Gathered;

/** What was found in the lists of an account so far. */
export interface Gathered {
  kind: "gathered";
  found: InList[];
  /** There are more than were looked through. */
  isCut?: true;
  /** All lists were looked through; the packages of those at `left` are asked for, one after the other. */
  parcels?: { asked: AccountQuestion; left: number[] };
}

/** An order, and the list it stands in. */
export interface InList {
  order: Shown<SeenOrder>;
  list: OrderFilter;
}

/** A question, and what it is asked for. */
export interface Plan {
  question: Question;
  /** The account's lists are searched for this order, because its number alone proves too little. */
  finding: { orderNumber: string; goal: Goal } | null;
  /** The number was tried as an order's or a package's before, and is now tried as the other. */
  secondTry: boolean;
  /** Absent: what is found is shown as it is, and nothing more is asked. */
  wish?: Wish;
  carried?: Carried;
  /** The account's lists were searched for it already: that is done once. */
  searched?: true;
  /** Its packages were asked for already: there are none. */
  noPackages?: true;
  /** Asked next, in the same turn. */
  next?: Plan[];
}

/** A question about an account's orders. */
export type AccountQuestion = Extract<Question, { userAccount: string }>;

/** A question about one account, and what it is asked for. */
export type AccountPlan = Plan & { question: AccountQuestion };

/** What the dialog wants of the world before it goes on. */
export type Ask =
  | { kind: "merchant"; plan: Plan }
  | { kind: "send_code"; email: string }
  | { kind: "check_code"; typed: string }
  /** For signing in at the shop, on its own page. */
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

/** Why the shop's system was not even asked. */
export type UnaskedReason = "breaker_open" | "busy" | "endpoint_stopped";

/** The shop's system does not answer: never to be confused with a refusal. */
export interface Unavailable {
  kind: "unavailable";
  reason: UnavailableReason;
}

export type MerchantAnswer = UsableAnswer | Unavailable;

/** What a customer's question came to in the end, however often the shop was asked for it. */
export type QuestionOutcome = "answered" | "not_found" | "unavailable";
