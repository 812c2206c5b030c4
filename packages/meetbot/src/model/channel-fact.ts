import type { InboundEvent } from "./conversation/inbound-event.ts";

/** What ends all sending for a page: its token or rights are gone, or Meta restricts it. */
export type LinkStop = "auth" | "restricted";

/** What Meta said when a call for a page failed: what its support asks for, nothing of customers'. */
export interface PlatformFailure {
  code: number | null;
  subcode: number | null;
  trace: string | null;
}

/**
 * What a failure means for the message, its customer or its page:
 * `transient`: again, later and later. `rate`: the page waits. `window`: nothing before the customer
 * writes again. `gone`: the customer cannot be reached until then. `auth`: the page's token or its
 * rights have ended. `control`: another app holds the conversation. `restricted`: Meta holds the page.
 * `bad`: this message is never taken. `ambiguous`: it may have arrived; its echo would tell.
 */
export type FailureClass =
  | "transient"
  | "rate"
  | "window"
  | "gone"
  | "auth"
  | "control"
  | "restricted"
  | "bad"
  | "ambiguous";

/** Why an outbound message was given up. */
export interface MessageFailure extends PlatformFailure {
  /** `no_page`: the page was connected no more. `overwritten`: an operator had done it before. */
  class: FailureClass | "no_page" | "overwritten";
}

/** Whether a message that was given up may be put again now, or what has to happen first. */
export type RetryState =
  | "ready"
  | "overwritten"
  | "no_page"
  | "page_stopped"
  /** The customer wrote last more than 24 hours ago. */
  | "window_closed"
  /** Meta could not reach the customer, who has not written since. */
  | "customer_gone";

/** An outbound message that was given up. Nothing of what it says. */
export interface DeadLetter {
  conversationId: string;
  seq: number;
  failedAt: Date;
  /** `null`: of before failures were kept. */
  failure: MessageFailure | null;
  retry: RetryState;
}

/** What Meta says of a page and its token. */
export interface LinkFacts {
  name: string;
  /** `null`: the token does not end. */
  tokenEndsAt: Date | null;
}

/** A Facebook Page, its app, and the secrets between Meta and us. Never logged. */
export interface PageConnection {
  pageId: string;
  /** The app whose webhook and token these are: by it, our own messages are told from others'. */
  appId: string;
  token: string;
  appSecret: string;
  verifyToken: string;
  /** As Meta told them when the page was connected. */
  facts?: LinkFacts;
}

/** A page that is connected, and since when: what is said of an earlier connection is over. */
export interface ConnectedPage extends PageConnection {
  connectedAt: Date;
}

/** How a connected page is doing. */
export interface LinkState {
  pageId: string;
  appId: string;
  connectedAt: Date;
  /** Meta takes nothing more until then. */
  pausedUntil: Date | null;
  stoppedFor: LinkStop | null;
  lastFailure: (PlatformFailure & { at: Date }) | null;
  name: string | null;
  tokenEndsAt: Date | null;
  /** When Meta was last asked about the page, and all was in order; `null`: not yet. */
  checkedAt: Date | null;
  profilePublishedAt: Date | null;
  /** Conversations in which something may be said, and those whose 24 hours are over. */
  openWindows: number;
  closedWindows: number;
  /** Outbound messages that are not sent yet; those of which only an echo would tell; those given up. */
  waiting: number;
  unknown: number;
  failed: number;
}

/** A customer of a page. The id means something to that page only. */
export interface ChannelCustomer {
  user: string;
  /** `user` is a plugin's `user_ref`, which is addressed in its own way. */
  isUserRef: boolean;
}

/** Where a conversation's messages go. */
export interface OutboundAddress extends ChannelCustomer {
  page: string;
  /** Orders of which a receipt was sent, and by which message; 0: Meta refused one. */
  receipts: Record<string, number>;
}

/** Something that a webhook body says about the conversation with one customer. */
export type ChannelFact = {
  customer: ChannelCustomer;
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
