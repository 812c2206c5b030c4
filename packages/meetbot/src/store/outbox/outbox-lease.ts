import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { OutboundReply } from "../../model/conversation/reply.ts";
import type { MessageFailure, OutboundAddress } from "../../model/outbound-message.ts";

/**
 * The right to send one part of the oldest outbound message of a conversation. Who sends several in one
 * records that under the lease with the last one's `seq`.
 */
export interface OutboxLease extends ConversationRef {
  /** Over which it goes out. */
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
  /** What is said right behind it, the nearest first; `null`: see {@link Outbox.saidBehind}. */
  behind: OutboxLease["reply"][] | null;
  /** So many parts of it have arrived. */
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

/** Where something may be sent now. */
export interface OpenAddress {
  channel: string;
  address: OutboundAddress;
}

/** The outbound messages of conversations on every channel that pushes, each conversation's in order. */
export interface Outbox {
  /** Where something might be sent now; `null`: the link waits or stopped, or a person answers. */
  addressOf(ref: ConversationRef): Promise<OpenAddress | null>;
  /** Conversations in which something may be sent now, the longest waiting first. */
  due(limit: number, withoutBots?: readonly string[]): Promise<ConversationRef[]>;
  take(ref: ConversationRef): Promise<OutboxLease | null>;
  /** What was said right before a message, the nearest first. */
  saidBefore(lease: OutboxLease): Promise<OutboundReply[]>;
  /** What is to be said right behind it, the nearest first; `null` stands for what was overwritten. */
  saidBehind(lease: OutboxLease): Promise<OutboxLease["reply"][]>;
  /** False: the lease is somebody else's by now. */
  proceed(lease: OutboxLease, progress: Progress): Promise<boolean>;
  /**
   * The message has been sent, with those that went out in it. `takesNext`: the one behind it is taken
   * along, if it may be sent; `more`: something may be sent now.
   */
  markSent(
    lease: OutboxLease,
    takesNext: boolean,
  ): Promise<{ more: boolean; next: OutboxLease | null }>;
  /** The message is not sent any more; `all`: nor is every one behind it. */
  giveUp(
    lease: OutboxLease,
    end: { failure: MessageFailure; all?: boolean },
  ): Promise<{ more: boolean }>;
}
