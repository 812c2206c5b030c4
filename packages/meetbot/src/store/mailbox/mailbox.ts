import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Pool } from "pg";
import { inBatches } from "../../platform/postgres/in-batches.ts";
import { refKey } from "../../platform/postgres/ref-key.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { withTrace } from "../../tracing/tracer.ts";
import type { LookupKeys, TurnDelivery, TurnToCommit } from "./clause.ts";
import { commitAlone, commitTogether } from "./commit-turn.ts";
import { enqueue } from "./enqueue.ts";
import {
  type EventToAdmit,
  enqueueAndTakeAlone,
  enqueueAndTakeTogether,
} from "./enqueue-and-take.ts";
import type { EnqueuedTurn } from "./enqueue-result.ts";
import { findConversation, findIdleConversation } from "./find-conversation.ts";
import { createHasNews } from "./has-news.ts";
import type { Lease } from "./lease.ts";
import { due, renew, take } from "./lease.ts";
import { openConversation } from "./open-conversation.ts";
import { type PutOffOptions, putOff, readBehind } from "./put-off.ts";
import { lastSeqOf, messagesAfter, newsAfter, pageStart, stateOf } from "./transcript.ts";
import type { Turn, TurnResult } from "./turn.ts";

/**
 * Creates the store for conversations in the database. Each step of a turn is one statement with its own commit; the
 * first and the last step batch several conversations.
 */
export function createMailbox(
  { pool, batchPool }: { pool: Pool; batchPool: Pool },
  keys: ConversationKeys,
  lookupKeysOf: (botId: string) => Promise<LookupKeys>,
  leaseMs: number,
) {
  const enqueueSoon = inBatches<EventToAdmit, EnqueuedTurn>({
    keyOf: ({ ref }) => refKey(ref),
    together: (events) => enqueueAndTakeTogether(batchPool, events, leaseMs),
    alone: (event) => enqueueAndTakeAlone(pool, event, leaseMs),
  });
  const commitSoon = inBatches<TurnToCommit, TurnResult>({
    keyOf: ({ lease }) => refKey(lease),
    together: (turns) => commitTogether(batchPool, turns),
    alone: (turn) => commitAlone(pool, turn),
  });
  return {
    /** Opens a conversation with its first event. `token` is stored as its hash only. */
    async open(
      ref: ConversationRef,
      channel: string,
      token: string,
      first: InboundEvent,
    ): Promise<void> {
      await openConversation(pool, keys, ref, { channel, token, first, leaseMs: null });
    },
    /** The same, and {@link take}: the caller takes the turn of the first event. */
    async openAndTake(
      ref: ConversationRef,
      channel: string,
      token: string,
      first: InboundEvent,
    ): Promise<Lease | null> {
      return openConversation(pool, keys, ref, { channel, token, first, leaseMs });
    },
    /** The conversation a token opens, if it was used within the idle time. Never throws on odd tokens. */
    find: (botId: string, token: string) => findConversation(pool, keys, botId, token),
    /** Finds the conversation however long it was idle: only for customers whom the shop vouches for. */
    findIdle: (botId: string, token: string) => findIdleConversation(pool, keys, botId, token),
    /** Stores an event once: acknowledge it to the customer only after this has resolved. */
    enqueue: (ref: ConversationRef, event: InboundEvent) => enqueue(pool, keys, ref, event),
    /** The same, and {@link take} when nothing waits before it: the caller takes that turn. */
    async enqueueAndTake(ref: ConversationRef, event: InboundEvent): Promise<EnqueuedTurn> {
      const key = await keys.of(ref);
      return key
        ? enqueueSoon({ key, ref, event: { ...event, content: withTrace(event.content) } })
        : { admission: "unknown_conversation", lease: null };
    },
    /**
     * Returns conversations with a waiting event and no valid lease. Hints may be missed; this query is authoritative.
     */
    due: (limit: number, withoutBots: readonly string[] = []) => due(pool, limit, withoutBots),
    take: (ref: ConversationRef) => take(pool, keys, ref, leaseMs),
    /** Prolongs the lease; false: it was lost, stop the turn. */
    renew: (lease: Lease) => renew(pool, lease, leaseMs),
    /** Gives the lease back until more events come, or its event has waited long enough; `null`: take it now. */
    putOff: (lease: Lease, options: PutOffOptions) => putOff(pool, lease, options),
    /** Reads the events that wait behind the event of a lease. */
    readBehind: (lease: Lease, limit: number) => readBehind(pool, keys, lease, limit),
    /**
     * Stores the turn; "lost" changes nothing. `more`: the next event already waits. `lastSeq`: the number of its last
     * reply. `message`: the first reply, taken for sending as {@link Outbox.take} does, if the caller takes messages
     * and nothing has to be sent before it. `delivery`: fetched by default.
     */
    async commitTurn(
      lease: Lease,
      turn: Turn,
      delivery: TurnDelivery = "fetched",
    ): Promise<TurnResult> {
      const key = await keys.of(lease);
      if (!key) return { outcome: "lost" };
      const committing = {
        key,
        lookupKeys: await lookupKeysOf(lease.botId),
        lease,
        turn,
        delivery,
      };
      // Commits the welcome at once, because messages that the customer has already written wait behind it.
      if (lease.event.content.kind === "start") {
        return commitAlone(pool, committing);
      }
      return commitSoon(committing);
    },
    /** The transcript after a sequence number, oldest first; at most `limit` messages. */
    messagesAfter: (ref: ConversationRef, seq: number, limit: number) =>
      messagesAfter(pool, keys, ref, seq, limit),
    /** Returns the messages after a sequence number, and who answers in the conversation: for its followers. */
    newsAfter: (ref: ConversationRef, seq: number, limit: number) =>
      newsAfter(pool, keys, ref, seq, limit),
    /** Checks whether a conversation has changed since a follower read it; checks many together. */
    hasNews: createHasNews(pool),
    /** Returns the conversation's current state; `null` if it was deleted or no turn is stored yet. */
    stateOf: (ref: ConversationRef) => stateOf(pool, keys, ref),
    /** Returns the number of the conversation's last message; 0 if it has none. */
    lastSeqOf: (ref: ConversationRef) => lastSeqOf(pool, ref),
    pageStart: (ref: ConversationRef, between: Parameters<typeof pageStart>[2]) =>
      pageStart(pool, ref, between),
  };
}

/** Conversations as mailboxes: events come in, turns run under a lease, messages go out. */
export type Mailbox = ReturnType<typeof createMailbox>;
