import type { CustomerLocale } from "@meetbot/presentation";
import type { WireReply } from "./reply.ts";

/** The languages the window speaks. */
export type Locale = CustomerLocale;

/** The state of the conversation. */
export type Phase =
  /** Being opened or caught up with, for the first time. */
  | "connecting"
  | "open"
  /** The connection is lost. It is restored automatically, and then unsent messages go out. */
  | "offline"
  /** The conversation's token is no longer accepted: a new one can be begun. */
  | "ended"
  /** The server refuses the identity: the page can send a fresh one, or the customer can continue as a guest. */
  | "unidentified"
  /** The server refuses this page or bot: only the operator can fix that. */
  | "refused";

/** The customer's rating of an answer. */
export type Rating = "up" | "down";

/** A picture or a PDF of the customer's that the server has. */
export interface SentPicture {
  id: string;
  /** In pixels; `null`: it is a PDF. */
  width: number | null;
  height: number | null;
}

/** One entry of the transcript as the window shows it; `at` is the time of the message, if known. */
export type Entry = {
  key: string;
  at?: string | number;
  /** Of a message that the server has; `earlier`: it has more from before it. */
  seq?: number;
  earlier?: true;
} & (
  | { from: "bot"; name?: undefined; reply: WireReply; locale: Locale }
  /** `name`: the name of the agent who typed the message. */
  | { from: "person"; name: string; reply: WireReply; locale: Locale }
  | {
      from: "customer";
      text: string;
      state: "sending" | "waiting" | "sent" | "failed";
      /** The pictures sent with the message. */
      pictures?: readonly SentPicture[] | undefined;
    }
);

/** All that the window shows of a conversation. */
export interface ChatState {
  phase: Phase;
  entries: readonly Entry[];
  /** The bot is still looking, or the person of that name writes. */
  typing: boolean | string;
  /** Who answers: the bot, the bot while the customer waits for an agent, or an agent; absent if not known yet. */
  holder?: "bot" | "waiting" | "person" | undefined;
  /** How many messages of the shop arrived since the window was last open and visible. */
  unread: number;
  /** The customer's ratings of answers, by the keys of their entries; `null` if the rating was withdrawn. */
  rated: Readonly<Record<string, Rating | null>>;
}

/** A conversation with a bot, over any line. */
export interface Chat {
  /** Returns the same object until something changes. */
  state(): ChatState;
  /** Returns how to stop listening. */
  subscribe(onChange: () => void): () => void;
  /** Connects, or resumes this browser's earlier conversation. Called when the window first opens. */
  start(): void;
  write(text: string): void;
  tap(choice: { title: string; payload: string }): void;
  /** Resends a failed entry under the same id. */
  retry(key: string): void;
  /** Ends this conversation and begins a new one; as a guest, if the identity is refused. */
  restart(): void;
  /** The customer sees the newest entry. */
  seen(): void;
  /** Rates an answer for the customer; `null` removes the rating. */
  rate(key: string, rating: Rating | null): void;
  /**
   * Sends a request to one of the bot's routes on behalf of this conversation; `null` if no answer arrived. For rare
   * actions whose code loads late.
   */
  call(route: string, how: RequestInit): Promise<Response | null>;
  /** Adds events of this conversation that a route returned. */
  hear(events: { event: string; id: string; data: string }[]): void;
}
