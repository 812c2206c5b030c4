import type { MenuOffer } from "../conversation/action.ts";
import type { Locale } from "../conversation/locale.ts";
import type { AssignmentWay } from "../desk/colleague.ts";
import type { OrderNumberFormat } from "./order-number-format.ts";

/** The settings of a bot that can be changed. */
export type BotChanges = Partial<Omit<Bot, "id" | "demo">>;

/** The shop's own first sentence in each language; `null`: Meetbot's. */
export type Welcome = Partial<Record<Locale, string | null>>;

/**
 * How much a customer must prove. `ladder`: each level shows more. `code`: the bot queries the merchant about proved
 * accounts only. `off`: everyone sees everything.
 */
export type IdentityPolicy = "ladder" | "code" | "off";

/** What identifies a shop's customer accounts: emails, telephone numbers, or either. */
export type AccountKind = "email" | "phone" | "both";

/** In Meetbot's inbox, or in the page's: a conversation in which a person is called is passed there. */
export type MessengerHandover = "inbox" | "page";

/**
 * Whether an order's number alone reveals the order's contents: `auto` if the number is hard to guess, `never`, or
 * `always` (for shops whose numbers are secrets by themselves).
 */
export type NumberAlone = "auto" | "never" | "always";

/**
 * Which customers the bot asks once for a rating: none, those who spoke with a person, or also those who saw an order.
 */
export type RatingRule = "off" | "person" | "all";

/** When agents answer, in their local time, including daylight saving time. */
export interface OfficeHours {
  /** IANA name of the zone. */
  timeZone: string;
  /** Such as `mon-fri 09:00-18:00, sat 10:00-14:00`; `settings/office-hours.ts` reads it. */
  hours: string;
}

/** A shop's bot: the endpoint that it queries, how it speaks and what it may show. */
export interface Bot {
  id: string;
  name: string;
  /** The `page_id` of every query: a Facebook Page's id, or a number of Meetbot's own. */
  pageId: string;
  /** The merchant's webhook. */
  endpoint: string;
  policy: IdentityPolicy;
  numberAlone: NumberAlone;
  accountKind: AccountKind;
  /**
   * The country (ISO 3166) of telephone numbers typed without a country code; `null`: such numbers are not parsed,
   * because each country would assign them to somebody else.
   */
  phoneCountry: string | null;
  /** The format of the shop's order numbers; `null` if only the surrounding words identify them. */
  orderNumberFormat: OrderNumberFormat | null;
  /** How to contact a person, in the merchant's own words; `null` if not set yet. */
  contact: string | null;
  /** When the shop's agents answer; `null` if the shop does not publish it. */
  officeHours: OfficeHours | null;
  /**
   * Days on which nobody answers: `2026-12-25 Christmas`, `2026-12-27..2026-12-31`; in the time zone of the office
   * hours.
   */
  holidays: string[];
  askRating: RatingRule;
  /** Hours without a message from the person, after which the bot no longer waits for them when the customer writes. */
  personIdleHours: number;
  /** Where the shop's agents answer customers on Messenger. */
  messengerHandover: MessengerHandover;
  /** How a waiting conversation is assigned to a person. */
  assignment: AssignmentWay;
  /** The color of the chat window, `#rrggbb`; `null`: the window's own. */
  accent: string | null;
  /** The language of the welcome when the customer's is unknown; one of the bot's languages. */
  locale: Locale;
  /** The bot understands customers who write in another language, and answers in its own. */
  languages: Locale[];
  welcome: Welcome;
  /** Choices offered with the welcome, in this order. */
  menu: MenuOffer[];
  /** IANA name of the zone in which days begin and end for the shop. */
  timeZone: string;
  /** What the engine is unsure of may be sent, masked, to the language model of the node, if it has one. */
  languageModel: boolean;
  /** Whether the bot offers customer updates, where the shop pushes events. */
  news: boolean;
  /** Whether the shop's webhook is notified of the outcome of its pushes. */
  pushStatus: boolean;
  /** The shop may push in the form of the origin's API. */
  originPush: boolean;
  /** Addresses and CIDR networks from which the push secret counts as the header `APIKEY` there. */
  originPushNetworks: string[];
  /** Customers may send pictures and PDF files, which operators look at. */
  pictures: boolean;
  /** Web origins whose pages may use the chat routes; servers and apps send no origin. */
  origins: string[];
  /**
   * The shop's own page on which who is signed in there links a chat with their account; `null`: it
   * has none.
   */
  linkPage: string | null;
  /** How many days a conversation and everything that belongs to it are stored after the customer's last activity. */
  keepConversationsDays: number;
  /**
   * How many days a delivery is kept, and the queries that tested the webhook; `null` for as long as a conversation.
   */
  keepDeliveriesDays: number | null;
  /** How many days a message that could not be sent is stored; `null` for as long as its conversation. */
  keepFailedMessagesDays: number | null;
  /** Whether `meetbot demo` created the bot; `meetbot serve` refuses such bots. */
  demo: boolean;
}

/** How long a bot's data is stored. */
export type Retention = Pick<
  Bot,
  "keepConversationsDays" | "keepDeliveriesDays" | "keepFailedMessagesDays"
>;

/** The secrets created with a bot. Shown once, never logged. */
export interface NewBotSecrets {
  signingSecret: string;
  identitySecret: string;
  /** Absent: it has none until the first rotation makes it. */
  pushSecret?: string;
}

/** A bot's secrets that are valid now. Never logged. */
export interface BotSecrets {
  /** The current secret first; during a rotation, followed by the next or the previous one. */
  signingSecrets: string[];
  /** Newest first: the current one, and while it lives the previous one. */
  identitySecrets: string[];
}
