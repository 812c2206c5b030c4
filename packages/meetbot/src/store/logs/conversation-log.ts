import { sql } from "kysely";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { AuditAction } from "../../model/log/audit.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { recordChange } from "../bots/audit.ts";
import { type LockedBot, withLockedBot } from "../bots/locked-bot.ts";
import { isStorable } from "../postgres/is-storable.ts";
import { forgetConversations } from "../retention/forget-conversations.ts";
import { accountLookup } from "../sealing/account-lookup.ts";
import type { LogParts } from "./delivery-log.ts";
import { listConversations } from "./list-conversations.ts";
import { loggedColumns } from "./list-deliveries.ts";
import { loggedMessages } from "./logged-messages.ts";
import type { ConversationLog } from "./logs.ts";
import { redactMessage } from "./redact-message.ts";

/** What the log of conversations needs beside the log of deliveries. */
export type ConversationLogParts = LogParts & { lookupKey: LookupKey };

/** Conversations in the database: listed by what is plain, opened one by one. */
export function createConversationLog(
  parts: ConversationLogParts,
  actor = "command line",
): ConversationLog {
  const { db, keys, lookupKey } = parts;
  const shelf = { ...parts, actor };
  /** Does something about a conversation, and records that; false: there is none. */
  const recorded = async (
    ref: ConversationRef,
    action: AuditAction,
    detail: Record<string, unknown> = {},
    act = isThere,
  ): Promise<boolean> => {
    if (!isStorable(ref.conversationId)) return false;
    const done = await withLockedBot(shelf, ref.botId, async (bot) => {
      if (!(await act(bot, ref.conversationId))) return false;
      await recordChange(bot, action, { conversation: ref.conversationId, ...detail });
      return true;
    });
    return done ?? false;
  };
  return {
    as: (other) => createConversationLog(parts, other),
    list(botId, { account, ...filter }, page) {
      const lookup = account === undefined ? null : accountLookup(lookupKey, account);
      return listConversations(db, botId, { ...filter, lookup }, page);
    },
    async find({ botId, conversationId: id }) {
      const only = { limit: 1, below: null };
      const { rows } = await listConversations(db, botId, { id, lookup: null }, only);
      return rows[0] ?? null;
    },
    messagesAfter: (ref, seq, limit) => loggedMessages(db, keys, ref, seq, limit),
    deliveriesOf: ({ botId, conversationId }) =>
      db
        .selectFrom("deliveries")
        .select(loggedColumns)
        .where("botId", "=", botId)
        .where("conversationId", "=", conversationId)
        .orderBy("startedAt")
        .orderBy("deliveryId")
        .execute(),
    redact: (ref, seq) => redactMessage(shelf, ref, seq),
    delete: (ref) => recorded(ref, "conversation_deleted", {}, deleteConversation),
    recordRevealed: (ref) => recorded(ref, "conversation_revealed"),
    recordExported: (ref, detail) => recorded(ref, "conversation_exported", detail),
  };
}

async function isThere({ db, botId }: LockedBot, conversationId: string): Promise<boolean> {
  const query = db.selectFrom("conversations").select("conversationId");
  const found = await query
    .where("botId", "=", botId)
    .where("conversationId", "=", conversationId)
    .executeTakeFirst();
  return found !== undefined;
}

/** With its key: what was said stays shut, in every copy. */
async function deleteConversation(
  { db, botId }: LockedBot,
  conversationId: string,
): Promise<boolean> {
  const it = sql`bot_id = ${botId} and conversation_id = ${conversationId}`;
  return (await forgetConversations(db, it)) > 0;
}
