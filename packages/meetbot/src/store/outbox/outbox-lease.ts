import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { OutboundAddress } from "@meetbot/model/outbound-message.ts";

/**
 * The right to send one part of the oldest outbound message of a conversation. Who sends several in one
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
  /** Nothing was said right before it. False: perhaps, see `saidBefore`. */
  isFirst: boolean;
  /** Another message follows right behind it. */
  isFollowed: boolean;
  /** The messages right behind this one, the nearest first; `null`: see {@link Outbox.saidBehind}. */
  behind: OutboxLease["reply"][] | null;
  /** How many parts of the message have arrived. */
  sentParts: number;
  /** Attempts for the next one that came to nothing. */
  tries: number;
}

/** How it goes on with a message that is not through yet. */
export interface Progress {
  status: "queued" | "sending" | "unknown";
  sentParts: number;
  tries: number;
  /** The next attempt; `"echo"`: once its echo has had time to come. */
  after: number | "echo";
  /** Another app holds the conversation: nothing is said before it is handed back. */
  silent?: boolean;
  address?: OutboundAddress;
}

/** An address to which messages may be sent now. */
export interface OpenAddress {
  channel: string;
  address: OutboundAddress;
}
