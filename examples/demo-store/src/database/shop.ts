import type { DatabaseSync } from "node:sqlite";
import type { PushNews } from "@meetbot/sdk";

/** The shop as its parts know it: where its data is, where its pages are, and its bot. */
export interface Shop {
  database: DatabaseSync;
  /** Without a slash at the end. */
  url: string;
  /** With what it vouches for its shoppers; without it all of them are guests to the bot. */
  identity?: IdentityKey;
  /** The chat on its pages; without it they have none. */
  chat?: ChatPlace;
  /** Where it tells what happens; without it customers have to ask. */
  news?: ShopNews;
}

/** With what the shop vouches for its shoppers. */
export interface IdentityKey {
  botId: string;
  /** The bot's identity secret, as Meetbot showed it. */
  secret: string;
}

/** Where the chat of the shop's pages comes from. */
export interface ChatPlace {
  /** Meetbot's server: an origin, without a slash at the end. */
  url: string;
  botId: string;
}

/** Where the shop tells its news, and with what it signs them. */
export interface NewsPlace {
  /** Meetbot's server. */
  url: string;
  botId: string;
  /** The bot's push secret, as Meetbot showed it. */
  secret: string;
}

/** What happens in the shop, on its way to Meetbot. */
export interface ShopNews {
  /** Keeps it, within the transaction that makes it true. */
  add(news: PushNews): void;
  /** Sends the stored events; the caller does not wait. */
  send(): void;
  /** Stops sending. */
  close(): Promise<void>;
}
