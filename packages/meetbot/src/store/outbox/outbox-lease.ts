import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { OutboundAddress } from "@meetbot/model/outbound-message.ts";

/**
 * The right to send one part of a conversation's oldest outbound message. A sender that combines several messages
 * records that under the lease with the last one's `seq`.
 */
export interface OutboxLease extends ConversationRef {
  /** The channel that delivers the messages. */
  channel: string;
  /** Grows with every lease; under an older fence nothing can be recorded. */
  fence: number;
  address: OutboundAddress;
  seq: number;
  /** `null`: an operator had it overwritten before it was sent. */
  reply: OutboundReply | null;
  /** Whether no message stands directly before this one. If `false`, there may be one: see `saidBefore`. */
  isFirst: boolean;
  /** Whether another message follows directly. */
  isFollowed: boolean;
  /** The messages right behind this one, the nearest first; `null`: see {@link Outbox.saidBehind}. */
  behind: OutboxLease["reply"][] | null;
  /** How many parts of the message have arrived. */
  sentParts: number;
  /** Failed attempts to send the next part. */
  tries: number;
}

/** How sending continues for a message that is not finished. */
export interface Progress {
  status: "queued" | "sending" | "unknown";
  sentParts: number;
  tries: number;
  /** When to try again; `"echo"`: once the message's echo has had time to arrive. */
  after: number | "echo";
  /** Whether another app holds the conversation: nothing is sent until it hands it back. */
  silent?: boolean;
  address?: OutboundAddress;
}

/** An address to which messages may be sent now. */
export interface OpenAddress {
  channel: string;
  address: OutboundAddress;
}
