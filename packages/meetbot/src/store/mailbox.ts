import type { Pool } from "pg";
import { admit } from "./admit.ts";
import { admitAndTakeAlone, admitAndTakeTogether, type EventToAdmit } from "./admit-and-take.ts";
import type { ConversationKeys } from "./conversation-keys.ts";
import { findConversation } from "./find-conversation.ts";
import { inBatches } from "./in-batches.ts";
import { due, renew, take } from "./lease.ts";
import { openConversation } from "./open-conversation.ts";
import { refKey } from "./ref-key.ts";
import { settleAlone, settleTogether } from "./settle.ts";
import type { LookupKeys, TurnToSettle } from "./settle-clauses.ts";
import type { AdmittedTurn, Mailbox } from "./store.ts";
import { lastSeqOf, messagesAfter } from "./transcript.ts";

/**
 * Conversations in the database. Each step of a turn is one statement, committed by itself; the first and
 * the last take those of several conversations along.
 */
export function createMailbox(
  { pool, batchPool }: { pool: Pool; batchPool: Pool },
  keys: ConversationKeys,
  lookupKeys: LookupKeys,
  leaseMs: number,
): Mailbox {
  const admitSoon = inBatches<EventToAdmit, AdmittedTurn>({
    keyOf: ({ ref }) => refKey(ref),
    together: (events) => admitAndTakeTogether(batchPool, events, leaseMs),
    alone: (event) => admitAndTakeAlone(pool, event, leaseMs),
  });
  const settleSoon = inBatches<TurnToSettle, Awaited<ReturnType<Mailbox["settle"]>>>({
    keyOf: ({ lease }) => refKey(lease),
    together: (turns) => settleTogether(batchPool, lookupKeys, turns),
    alone: (turn) => settleAlone(pool, lookupKeys, turn),
  });
  return {
    open: (ref, channel, token, first) => openConversation(pool, keys, ref, channel, token, first),
    find: (botId, token) => findConversation(pool, keys, botId, token),
    admit: (ref, event) => admit(pool, keys, ref, event),
    async admitAndTake(ref, event) {
      const key = await keys.of(ref);
      return key
        ? admitSoon({ key, ref, event })
        : { admission: "unknown_conversation", lease: null };
    },
    due: (limit, withoutBots = []) => due(pool, limit, withoutBots),
    take: (ref) => take(pool, keys, ref, leaseMs),
    renew: (lease) => renew(pool, lease, leaseMs),
    async settle(lease, turn, takesMessage = false) {
      const key = await keys.of(lease);
      if (!key) return { outcome: "lost" };
      // The welcome goes at once, for what the customer has written already comes behind it.
      if (lease.event.content.kind === "start") {
        return settleAlone(pool, lookupKeys, { key, lease, turn, takesMessage });
      }
      return settleSoon({ key, lease, turn, takesMessage });
    },
    messagesAfter: (ref, seq, limit) => messagesAfter(pool, keys, ref, seq, limit),
    lastSeqOf: (ref) => lastSeqOf(pool, ref),
  };
}
