import type { MerchantAnswer, Question } from "./ask.ts";
import type { Locale } from "./locale.ts";
import type { ToldPicture } from "./picture.ts";
import type { RatedHolder } from "./waiting.ts";

/** What a customer did. A tap carries a payload, so the bot never guesses its meaning. */
export type EventContent = {
  /** The network that sent the event, a /24 or /64; absent if the channel does not report it. For limits. */
  network?: string;
  /** The customer's device did work for it (a proof of work); absent: it did none. For limits. */
  worked?: true;
  /** IANA name of the device's time zone; absent if the device does not report it. */
  zone?: string;
  /** An agent currently answers: the bot reads the event but does not reply. */
  quiet?: true;
  /**
   * The request that brought the event, as a `traceparent`; the node that takes the turn continues under its id. For
   * logs.
   */
  trace?: string;
} & (
  | /** `account`: the shop's server vouches for this account (never set from what anybody typed). */
  /** `subscribe`: an order for which the customer accepted updates in the checkout; the shop vouches for that too. */
  { kind: "start"; locale: Locale | null; account: string | null; subscribe?: string }
  | { kind: "text"; text: string }
  /**
   * `locale`: that of the tapped choice, if the channel reports it; used for a customer who has written nothing yet.
   */
  | { kind: "tap"; payload: string; locale?: Locale }
  /**
   * A picture, a file or the like. `pictures`: those sent in the web chat and stored with the event. `isPicture`: a
   * platform sent a picture or a file to a bot that accepts pictures; whatever could be fetched is stored beside the
   * event.
   */
  | { kind: "media"; pictures?: ToldPicture[]; isPicture?: true }
  /**
   * The customer returned by the link in an email. The link proves only that they read that mailbox, and nothing else
   * counts as proved from now on.
   */
  | { kind: "returned"; account: string }
  /** Not of the customer: it is time to ask how satisfied they are. */
  | { kind: "rating_due"; holder: RatedHolder }
  /** Not from the customer: a customer update from the shop. */
  | { kind: "news"; news: ToldNews }
);

/** A question to the shop, with the shop's answer. */
export interface HeardAnswer {
  question: Question;
  answer: MerchantAnswer;
}

/** News of an order or a parcel, that were true at the moment at which they were put into the conversation. */
export interface ToldNews {
  of: "order" | "package";
  /** One of our own words: see `parcelStatuses` and `orderNewsStatuses` of presentation. */
  status: string;
  /**
   * The shop's answers about the item, in order; the bot shows the last one, cut down to what this customer may see.
   */
  heard: readonly [...HeardAnswer[], HeardAnswer];
}

/** One thing a customer did, as a channel read it. */
export interface InboundEvent {
  /** Unique within its conversation; a repeated key has no effect. */
  dedupeKey: string;
  content: EventContent;
}
