import type { Pool } from "pg";
import { admit } from "./admit.ts";
import { admitAndTake } from "./admit-and-take.ts";
import type { ConversationKeys } from "./conversation-keys.ts";
import { findConversation } from "./find-conversation.ts";
import { due, renew, take } from "./lease.ts";
import { openConversation } from "./open-conversation.ts";
import { settle } from "./settle.ts";
import type { LookupKeys } from "./settle-clauses.ts";
import type { Mailbox } from "./store.ts";
import { messagesAfter } from "./transcript.ts";

/** Conversations in the database. Each step of a turn is one statement, committed by itself. */
export function createMailbox(
  pool: Pool,
  keys: ConversationKeys,
  lookupKeys: LookupKeys,
  leaseMs: number,
): Mailbox {
  return {
    open: (ref, channel, token, first) => openConversation(pool, keys, ref, channel, token, first),
    find: (botId, token) => findConversation(pool, keys, botId, token),
    admit: (ref, event) => admit(pool, keys, ref, event),
    admitAndTake: (ref, event) => admitAndTake(pool, keys, ref, event, leaseMs),
    due: (limit, withoutBots = []) => due(pool, limit, withoutBots),
    take: (ref) => take(pool, keys, ref, leaseMs),
    renew: (lease) => renew(pool, lease, leaseMs),
    settle: (lease, turn) => settle(pool, keys, lookupKeys, lease, turn),
    messagesAfter: (ref, seq, limit) => messagesAfter(pool, keys, ref, seq, limit),
  };
}
