import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { OutboundReply } from "../../model/conversation/reply.ts";
import type { LogPage, PageWish } from "../../model/log/log-page.ts";
import type {
  ConnectedPage,
  DeadLetter,
  MessageFailure,
  MessengerAddress,
  MessengerFact,
  PageConnection,
  PageCustomer,
  PageFacts,
  PageFailure,
  PageState,
  PageStop,
  RetryState,
} from "../../model/messenger.ts";

/** Pages that bots are connected with. */
export interface PageShelf {
  /** The same shelf, in whose changes this actor stands. */
  as(actor: string): PageShelf;
  /** Connects a page, or the same one anew: whatever stopped it is over. */
  connect(
    botId: string,
    connection: PageConnection,
  ): Promise<"connected" | "no_such_bot" | "page_taken">;
  /** The page that was connected; null: none was. What is not sent yet stays unsent. */
  disconnect(botId: string): Promise<ConnectedPage | null>;
  find(botId: string): Promise<ConnectedPage | null>;
  stateOf(botId: string): Promise<PageState | null>;
  /** Meta was asked about the page that was connected then, and all is in order. */
  noteChecked(botId: string, connectedAt: Date, facts: PageFacts): Promise<void>;
  /** What Messenger shows of the bot is on the page now. */
  notePublished(botId: string): Promise<void>;
  /** Nothing is sent for the page for so long. */
  pause(botId: string, forMs: number, failure: PageFailure): Promise<void>;
  /** Nothing is sent until it is connected anew; false: it was stopped already, or is by now. */
  stop(
    botId: string,
    connectedAt: Date,
    stopped: { reason: PageStop; failure: PageFailure },
  ): Promise<boolean>;
}

/** What a webhook body changed: conversations in which a turn waits, and those with something to send. */
export interface Admitted {
  due: ConversationRef[];
  sendable: ConversationRef[];
}

/**
 * The right to send one part of the oldest outbound message of a conversation. Who sends several in one
 * records that under the lease with the last one's `seq`.
 */
export interface OutboxLease extends ConversationRef {
  /** Grows with every lease; under an older fence nothing can be recorded. */
  fence: number;
  address: MessengerAddress;
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
  address?: MessengerAddress;
}

/** The outbound messages of Messenger's conversations, each conversation's in order. */
export interface Outbox {
  /** Where something might be sent now; `null`: the page waits or stopped, or a person answers. */
  addressOf(ref: ConversationRef): Promise<MessengerAddress | null>;
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
  noteSent(
    lease: OutboxLease,
    takesNext: boolean,
  ): Promise<{ more: boolean; next: OutboxLease | null }>;
  /** The message is not sent any more; `all`: nor is every one behind it. */
  giveUp(
    lease: OutboxLease,
    end: { failure: MessageFailure; all?: boolean },
  ): Promise<{ more: boolean }>;
}

/** Which message was given up. */
export type LetterRef = ConversationRef & { seq: number };

/** Outbound messages that were given up. */
export interface DeadLetterShelf {
  /** The same shelf, in whose changes this actor stands. */
  as(actor: string): DeadLetterShelf;
  list(botId: string, page: PageWish): Promise<LogPage<DeadLetter>>;
  /** Puts one again, at the end of its conversation; else why not. */
  retry(ref: LetterRef): Promise<"queued" | Exclude<RetryState, "ready"> | "not_found">;
  /**
   * Puts again all that may be, those of a conversation in their order; so many conversations at
   * most. Returns where something is to be sent now, and how many messages that are.
   */
  retryAll(botId: string, mostConversations: number): Promise<RetriedLetters>;
}

export interface RetriedLetters {
  conversations: ConversationRef[];
  messages: number;
  /** Of those that may be put again, so many are left. */
  left: number;
}

export interface MessengerShelf {
  pages: PageShelf;
  outbox: Outbox;
  deadLetters: DeadLetterShelf;
  /** Where the bot answers a customer whom it knows; null: somebody else does, or it has to be looked into. */
  answeredIn(botId: string, customer: PageCustomer): Promise<ConversationRef | null>;
  /** Stores all that a webhook body says, or nothing: only then is it acknowledged. */
  admit(botId: string, page: string, facts: MessengerFact[]): Promise<Admitted>;
  /** Deletes all that was said with a customer; returns how many conversations there were. */
  forget(botId: string, user: string): Promise<number>;
}
