import type { OrderFilter } from "@meetbot/protocol";
import type { Locale } from "./locale.ts";

/**
 * The possible intents of an utterance, in the order of the learned model's classes: the first two are about orders,
 * the last is for everything else.
 */
export const intents = [
  "order_query",
  "package_track",
  "greeting",
  "help",
  "human_agent",
  "cancel",
  "thanks_bye",
  "other",
] as const;

/** The intent of a customer's utterance. */
export type Intent = (typeof intents)[number];

/** Whether the bot may act on the intent, must ask first, or has not understood. */
export type Decision = "act" | "clarify" | "none";

/** Something found in an utterance. Offsets are UTF-16 indices into the utterance as written. */
export interface Entity {
  /** The normalized value, as sent in a query to a merchant. */
  value: string;
  /** As the customer wrote it. */
  text: string;
  start: number;
  end: number;
}

/** A package's number in an utterance. */
export interface PackageNumber extends Entity {
  /** The carrier's name, from the number's form or the words around it; `null` if neither reveals it. */
  carrier: string | null;
}

/** A telephone number in an utterance, in E.164. */
export interface Phone extends Entity {
  /** The number of an order or a parcel that the same digits may be as well; `null`: it is surely a telephone's. */
  number: string | null;
}

/**
 * Which of the things just offered the customer means: by its place, the next ones, the code, or a yes or no to it;
 * `unknown`: the customer does not have what the bot asks for; `sign_out`: they want to be nobody here.
 */
export type Picked = number | "last" | "next" | "code" | "yes" | "no" | "unknown" | "sign_out";

/** The facts that a customer may ask for about an order or a package that is named or on the screen. */
export const facts = [
  "total",
  "goods_total",
  "each",
  "included",
  "shipping",
  "discount",
  "items",
  "quantity",
  "address",
  "recipient",
  "payment",
  "placed",
  "status",
  "meaning",
  "reason",
  "expected",
  "delivered",
  "dispatched",
  "ago",
  "signed_by",
  "parcels",
  "carrier",
  "tracking_number",
  "link",
  "hurry",
  "count",
] as const;

/**
 * One of the facts. `count`: how many orders there are; `parcels`: in how many packages an order is sent; `hurry`:
 * whether it can arrive sooner; `included`: whether the total includes shipping and tax; `goods_total`: the price of
 * the goods without them; `each`: the price of one piece; `dispatched`: when it was sent; `ago`: how many days have
 * passed; `signed_by`: who accepted it; `meaning`: what a status means; `reason`: why it was canceled or went back.
 */
export type NamedFact = (typeof facts)[number];

/**
 * A fact that the bot answers; `sent`, whether all of it was sent, is asked of one order in the words of the survey.
 */
export type Fact = NamedFact | "sent";

/** A customer's problems, and wishes besides facts: each has an answer of its own. */
export const concerns = [
  /** The parcel: it is late, makes no progress, or is marked as delivered but has not arrived. */
  "late",
  "stuck",
  "not_here",
  /** The goods arrived broken, incomplete, or are the wrong ones. */
  "damaged",
  "missing_item",
  "wrong_item",
  /** Requests that only a person can handle. */
  "return",
  "refund",
  "exchange",
  "cancel_order",
  "change",
  "invoice",
  /** The mood: dissatisfied, furious, or with a lawyer, the police or the bank in mind. */
  "complaint",
  "anger",
  "threat",
  /** The bot itself. */
  "robot",
  "who",
  "languages",
  "privacy",
  "notify",
  /** About the chat itself: give me a moment, I was wrong, I give up. */
  "wait",
  "apology",
  "resignation",
  /** What a guest lacks: the number (or knowing what that is), the email, or both. */
  "no_number",
  "what_number",
  "no_email",
  /** What a guest offers instead of an email: a name or phone, a purchase without an account. */
  "by_name",
  "as_guest",
  /** Whose orders the customer asks about: which account's, those of somebody close, or those of strangers. */
  "signed_in",
  "on_behalf",
  "other_people",
  /** The customer asks why the bot needs the email, and whether giving it is safe. */
  "why_email",
  /** The customer was charged twice, or too much. */
  "overcharged",
  /** What only the carrier arranges: where and when the parcel is left, and the code for picking it up. */
  "delivery_wish",
  "pickup_code",
  /** Sending an order as a gift: wrapped, with a card, without its price. */
  "gift",
  /** About the bot's last message: it cannot be true, what follows from it, or it answers another question. */
  "doubt",
  "what_now",
  "misread",
] as const;

/** One of them. */
export type Concern = (typeof concerns)[number];

/**
 * What an utterance says about the people who answer, if it says nothing else: is anybody there, when do they come
 * (also "when does it come", which only means this once a person was called), nobody is needed now; or is this a
 * person.
 */
export type OfPeople = "anyone" | "wait" | "unneeded" | "human";

/** Questions about several orders at once. */
export const surveys = [
  /** Whether all orders are paid, sent or here; or which of them are not. */
  "paid",
  "sent",
  "here",
  /** The total cost of the orders; the cheapest or most expensive one. */
  "sum",
  "cheapest",
  "dearest",
  /** The next of those yet to arrive; the last of those that have arrived. */
  "next",
  "last_here",
] as const;

/** One of them. */
export type Survey = (typeof surveys)[number];

/** A calendar day, month or year, given as a date or relative to today: yesterday is one day ago. */
export type CalendarPoint =
  /** Without a year, the last such date. A day without a month is the last day with that number. */
  | { year?: number; yearsAgo?: number; month?: number; day?: number }
  /** 0 is the one that today is in. */
  | { ago: number; unit: CalendarUnit }
  /** An approximate time: “two weeks ago” does not mean an exact day. */
  | { about: number; unit: CalendarUnit }
  /** The last day of this name, 0 is Sunday; `weekend`: the last Saturday and Sunday. */
  | { weekday: number | "weekend" };

export type CalendarUnit = "day" | "week" | "month" | "year";

/** When orders were placed. At most two bounds are set, or one of `within` and `last`. */
export interface PlacedSpan {
  within?: CalendarPoint;
  /** Since: its first day counts. */
  from?: CalendarPoint;
  /** Until: its last day counts. */
  to?: CalendarPoint;
  /** Exclusive bounds: the days that these two name do not count. */
  after?: CalendarPoint;
  before?: CalendarPoint;
  /** This many days, weeks, months or years back from today. */
  last?: { count: number; unit: CalendarUnit };
}

/** Selects some of an account's orders, more precisely than a shop's three lists. */
export interface Narrowing {
  placed?: PlacedSpan;
  /** The utterance names a time whose days are unknown, such as Easter or the summer. */
  isTimeUnknown?: true;
  /** In this state. */
  state?: "canceled" | "delivered" | "shipped" | "refunded";
  /** One in that state is pointed at: “the refunded one”. */
  one?: true;
  /** Excludes the orders in that state. */
  not?: true;
  /** The newest or the oldest one only. */
  end?: "newest" | "oldest";
  /** Of every list. */
  all?: true;
  /** The survey question about all of these orders. */
  survey?: Survey;
  /** The same words may also ask about one order with several items. */
  ofOneToo?: true;
  /** Called by its goods, in the words of the utterance. */
  goods?: true;
  /** They may be no goods at all. */
  mayBeNone?: true;
  /** Of this list only. */
  list?: OrderFilter;
  /** Limited to the orders on the screen, if several are there. */
  onScreen?: true;
  /** How many to skip, because they are on the screen already. */
  after?: number;
}

/** A topic that a customer asks about besides where an order is. */
export interface HeardTopic {
  /** Of the catalog, or one that the shop added. */
  id: string;
  /** Between 0 and 1. */
  confidence: number;
  /** The shop's example sentence that the utterance resembles; `null` if the shipped model recognized the topic. */
  example: string | null;
}

/** What the bot recognized in one utterance. */
export interface Recognition {
  /** Set if a language model chose the meaning because the engine was unsure. */
  by?: "model";
  text: string;
  intent: Intent;
  /** Between 0 and 1. */
  confidence: number;
  decision: Decision;
  /** Whether the intent is `other` and the utterance asks for something that shops do but the bot cannot. */
  isOtherTopic: boolean;
  entities: {
    emails: Entity[];
    /** Absent if the bot accepts no telephone numbers. */
    phones?: Phone[];
    orderNumbers: Entity[];
    packageNumbers: PackageNumber[];
  };
  /**
   * The one identifier that makes up the whole utterance, without a hint of its kind: it answers the bot's last request
   * for a number.
   */
  bareIdentifier: string | null;
  /** The one group of six digits in it: a code, if one is waited for. */
  code: string | null;
  /** The customer's pick; set only if the utterance says nothing else. */
  picked: Picked | null;
  filter: OrderFilter | null;
  /**
   * The facts asked about an order or package, each once, in the order asked. They count only if one is named or shown.
   */
  about: NamedFact[];
  concern: Concern | null;
  /** `null` if the utterance says nothing about the people who answer, or also says something else. */
  ofPeople: OfPeople | null;
  /** `null`: none, or it is unsure. */
  topic: HeardTopic | null;
  /** Places in the shown list, also within a sentence: from 1 on; -1 is the last, 0 the one not mentioned last. */
  ordinals: number[];
  /** Whether `ordinals` count orders or parcels; absent if the utterance does not say. */
  counts?: "orders" | "parcels";
  /** Whether the utterance points at what is shown: "it", "that one", "them". */
  refersBack: boolean;
  narrowing: Narrowing | null;
  locale: Locale;
  /**
   * Whether the utterance is certainly in a language that Meetbot does not speak; `locale` is then the previous one.
   */
  isOtherLanguage: boolean;
}
