import type { PlatformFailure } from "./channel-link.ts";
import type { InboundEvent } from "./conversation/inbound-event.ts";
import type { FailureClass, Recipient } from "./outbound-message.ts";

/** A customer of a link, as the channel identifies them. */
export interface ChannelCustomer {
  /** By it their conversation is found again; it is stored as an HMAC only. */
  key: string;
  to: Recipient;
}

/** One part of an outbound message. */
export interface OutboundPart {
  conversationId: string;
  seq: number;
  part: number;
}

/** A fact about the conversation with one customer, parsed from a webhook body. */
export type ChannelFact = {
  customer: ChannelCustomer;
  /** When it happened according to the platform, in Unix milliseconds; `null` if the platform does not report that. */
  atMs: number | null;
} & (
  | {
      kind: "event";
      event: InboundEvent;
      /** The customer tapped a button: the message is for the bot, even while an agent answers. */
      isToBot: boolean;
      /** References to the attached pictures and files, with which the channel fetches them. */
      attachments?: readonly string[];
    }
  /**
   * Somebody else answers now: a person in the platform's inbox, or another app. `inStandby`: an app that owns the
   * conversation answers, and ours only receives copies.
   */
  | { kind: "taken_over"; inStandby: boolean }
  | { kind: "handed_back" }
  /** A part of an outbound message has arrived. */
  | ({ kind: "arrived" } & OutboundPart)
  /** The platform reports later that a sent part was not delivered. */
  | ({ kind: "failed"; failure: PlatformFailure & { class: FailureClass } } & OutboundPart)
  /** The customer has blocked the bot and cannot be reached. */
  | { kind: "gone" }
  /** They can be reached again. */
  | { kind: "back" }
);
