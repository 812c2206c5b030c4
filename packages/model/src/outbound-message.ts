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

/** What a failure on any channel affects: the message, its customer or its link. */
export type FailureClass = Exclude<(typeof messageFailures)[number], "no_page" | "overwritten">;

/** Why Meetbot gave up on an outbound message. */
export interface MessageFailure extends PlatformFailure {
  class: (typeof messageFailures)[number];
}

/** Whether an abandoned message can be retried now, or what has to happen first. */
export type RetryState =
  | "ready"
  | "overwritten"
  /** No link is connected, or it was stopped; these are the admin API's names for it. */
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
  /** `null` if the message dates from before failures were stored. */
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
