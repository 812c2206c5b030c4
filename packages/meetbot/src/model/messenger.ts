import type { InboundEvent } from "./inbound-event.ts";

/** What ends all sending for a page: its token or rights are gone, or Meta restricts it. */
export type PageStop = "auth" | "restricted";

/** What Meta said when a call for a page failed: what its support asks for, nothing of customers'. */
export interface PageFailure {
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/** A Facebook Page, its app, and the secrets between Meta and us. Never logged. */
export interface PageConnection {
  pageId: string;
  /** The app whose webhook and token these are: by it, our own messages are told from others'. */
  appId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
}

/** A page that is connected, and since when: what is said of an earlier connection is over. */
export interface ConnectedPage extends PageConnection {
  connectedAt: Date;
}

/** How a connected page is doing. */
export interface PageState {
  pageId: string;
  appId: string;
  connectedAt: Date;
  /** Meta takes nothing more until then. */
  pausedUntil: Date | null;
  stoppedFor: PageStop | null;
  lastFailure: (PageFailure & { at: Date }) | null;
  /** Outbound messages that are not sent yet; those of which only an echo would tell; those given up. */
  waiting: number;
  unknown: number;
  failed: number;
}

/** A customer of a page. The id means something to that page only. */
export interface PageCustomer {
  user: string;
  /** `user` is a plugin's `user_ref`, which is addressed in its own way. */
  isUserRef: boolean;
}

/** Where a conversation's messages go. */
export interface MessengerAddress extends PageCustomer {
  page: string;
  /** Orders of which a receipt was sent, and by which message; 0: Meta refused one. */
  receipts: Record<string, number>;
}

/** Something that a webhook body says about the conversation with one customer. */
export type MessengerFact = {
  customer: PageCustomer;
  /** When Meta says it happened, in Unix milliseconds; `null`: it does not say. */
  atMs: number | null;
} & (
  | {
      kind: "event";
      event: InboundEvent;
      /** The customer tapped: that is said to the bot, also while a person answers. */
      isToBot: boolean;
    }
  /**
   * Somebody else answers now: a person in the page's inbox, or another app. `inStandby`: an app that
   * holds the conversation does, and ours only hears of it.
   */
  | { kind: "taken_over"; inStandby: boolean }
  | { kind: "handed_back" }
  /** A part of an outbound message has arrived. */
  | { kind: "arrived"; conversationId: string; seq: number; part: number }
);
