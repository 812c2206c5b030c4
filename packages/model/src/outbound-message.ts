import type { PlatformFailure } from "./channel-link.ts";

/**
 * Why a message may be given up. `transient`: retried at growing intervals. `rate`: the link waits. `window`: nothing
 * can be sent before the customer writes again. `gone`: the customer cannot be reached until then. `auth`: the link's
 * token or its rights have ended. `control`: another app holds the conversation. `restricted`: the platform restricts
 * the link. `bad`: the platform never accepts this message. `ambiguous`: the message may have arrived. `no_page`: the
 * link was disconnected. `overwritten`: an operator had the message overwritten before it was sent.
 */
export const messageFailures = [
  "transient",
  "rate",
  "window",
  "gone",
  "auth",
  "control",
  "restricted",
  "bad",
  "ambiguous",
  "no_page",
  "overwritten",
] as const;

/** What a failure means for the message, its customer or its link, on every channel. */
export type FailureClass = Exclude<(typeof messageFailures)[number], "no_page" | "overwritten">;

/** Why an outbound message was given up. */
export interface MessageFailure extends PlatformFailure {
  class: (typeof messageFailures)[number];
}

/** Whether a message that was given up may be retried now, or what has to happen first. */
export type RetryState =
  | "ready"
  | "overwritten"
  /** Nothing is connected, or it was stopped: the words are those that the admin API has for it. */
  | "no_page"
  | "page_stopped"
  /** The customer wrote last longer ago than the channel's window. */
  | "window_closed"
  /** The customer could not be reached, and has not written since. */
  | "customer_gone";

/** An outbound message that was given up, without its text. */
export interface DeadLetter {
  conversationId: string;
  seq: number;
  failedAt: Date;
  /** `null`: of before failures were kept. */
  failure: MessageFailure | null;
  retry: RetryState;
}

/** A customer as the channel's `send` names them to the platform. Only the channel reads it. */
export type Recipient = Readonly<Record<string, string | number | boolean | null>>;

/** The address of a conversation's messages. */
export interface OutboundAddress {
  /** Of the link over which the customer was met. */
  externalId: string;
  to: Recipient;
  /** Tokens that a platform accepts once, each with the message that used it; 0 if the platform refused it. */
  spent: Record<string, number>;
}
