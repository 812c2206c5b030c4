import type { GraphMessage } from "../../../channels/messenger/rendering/graph-message.ts";

/** Everything that the thread page shows, as its server holds it. Types only, because browsers import them. */
export interface Scene {
  page: { name: string };
  profile: PageProfile;
  /** What Meta's email button sends: the customer's address from their profile. */
  email: string;
  entries: SceneEntry[];
  /** When the typing indicator ends. */
  typingUntilMs: number;
  /** A person has answered, and the bot leaves the conversation to them. */
  isHeldByPerson: boolean;
  /** The failure that the bot's next message runs into; a silent shop stays silent until somebody ends it. */
  trouble: Trouble | null;
  /** Requests between Meta and Meetbot, newest first. */
  travels: Travel[];
}

/** What a page shows before the first message, each in several languages. */
export interface PageProfile {
  greeting?: (InLocale & { text: string })[];
  get_started?: { payload: string };
  persistent_menu?: (InLocale & { call_to_actions: MenuItem[] })[];
  ice_breakers?: (InLocale & { call_to_actions: IceBreaker[] })[];
}

interface InLocale {
  /** Facebook's name of the locale, such as `zh_CN`, or `default`. */
  locale: string;
}

export interface IceBreaker {
  question: string;
  payload: string;
}

export type MenuItem =
  | { type: "postback"; title: string; payload: string }
  | { type: "web_url"; title: string; url: string };

/** Something in the thread. */
export type SceneEntry = { id: string; atMs: number } & (
  | { from: "customer"; content: CustomerContent; mark: Mark }
  | { from: "page"; message: GraphMessage }
  | { from: "person"; text: string }
  | { from: "meta"; notice: "handed_back" }
);

export type CustomerContent =
  | { kind: "text"; text: string }
  | { kind: "like" }
  | { kind: "image" | "file"; url: string; name: string };

/** The delivery state of the customer's message. `refused`: the webhook did not accept it. */
export type Mark = "sending" | "delivered" | "refused" | "seen";

/** The failures that the demo can simulate. */
export type Trouble =
  | "answer_lost"
  | "meta_down"
  | "rate_limited"
  | "window_closed"
  | "shop_silent";

/** One request between Meta and Meetbot. */
export interface Travel {
  id: string;
  atMs: number;
  /** `webhook`: from Meta to Meetbot; `call`: from Meetbot to Meta. */
  kind: "webhook" | "call";
  /** The subject of the request: the events in a webhook body, or the edge of an API call. */
  subject: string;
  path: string;
  body: unknown;
  /** `null` when no answer came. */
  status: number | null;
  answer: unknown;
}

/** What the page sends to its server: actions of the customer, or of the visitor who plays Meta. */
export type Act =
  | { act: "write"; text: string }
  | { act: "like" }
  | { act: "choose"; title: string; payload: string }
  | { act: "give_email" }
  | { act: "press"; title: string; payload: string }
  | { act: "answer_as_person"; text: string }
  | { act: "hand_back" }
  | { act: "make_trouble"; trouble: Trouble | null }
  | { act: "start_over" };
