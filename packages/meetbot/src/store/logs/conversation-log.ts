import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type {
  ConversationFilter,
  LoggedConversation,
} from "@meetbot/model/log/conversation-log.ts";
import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import { sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { BotLookups } from "../../platform/sealing/bot-lookups.ts";
import { recordChange } from "../bots/audit.ts";
import { type LockedBot, withLockedBot } from "../bots/locked-bot.ts";
import { forgetConversations } from "../retention/forget-conversations.ts";
import type { LogDeps } from "./delivery-log.ts";
import { isRevealNoted } from "./is-reveal-noted.ts";
import { listConversations } from "./list-conversations.ts";
import { loggedColumns } from "./list-deliveries.ts";
import { loggedMessages } from "./logged-messages.ts";
import { redactMessage } from "./redact-message.ts";

/** The dependencies of the log of conversations, on top of those of the log of deliveries. */
export type ConversationLogDeps = LogDeps & { lookups: Pick<BotLookups, "of"> };

/** Conversations in the database: listed by their unsealed columns, opened one by one. */
export function createConversationLog(deps: ConversationLogDeps, actor = "command line") {
  const { db, keys, lookups } = deps;
  const ofActor = { ...deps, actor };
  /** Applies an action to a conversation and records it; `false` if the conversation does not exist. */
  const recorded = async (
    ref: ConversationRef,
    action: AuditAction,
    detail: Record<string, unknown> = {},
    act = isThere,
  ): Promise<boolean> => {
    if (!isStorable(ref.conversationId)) return false;
    const done = await withLockedBot(ofActor, ref.botId, async (bot) => {
      if (!(await act(bot, ref.conversationId))) return false;
      await recordChange(bot, action, { conversation: ref.conversationId, ...detail });
      return true;
    });
    return done ?? false;
  };
  return {
    /** Returns the same log, recording changes and readings under this actor's name. */
    as: (other: string): ConversationLog => createConversationLog(deps, other),
    /** Returns a page of conversations, the one with the most recently active customer first. */
    async list(
      botId: string,
      { account, ...filter }: ConversationFilter,
      page: PageRequest,
    ): Promise<LogPage<LoggedConversation>> {
      const lookupKey = (await lookups.of(botId))("account");
      const lookup = account === undefined ? null : accountLookup(lookupKey, account);
      return listConversations(db, botId, { ...filter, lookup }, page);
    },
    async find({ botId, conversationId: id }: ConversationRef): Promise<LoggedConversation | null> {
      const only = { limit: 1, below: null };
      const { rows } = await listConversations(db, botId, { id, lookup: null }, only);
      return rows[0] ?? null;
    },
    /** Messages after a sequence number, oldest first, opened. */
    messagesAfter: (ref: ConversationRef, seq: number, limit: number) =>
      loggedMessages(db, keys, ref, seq, limit),
    /** Its deliveries in the order they started, replays included. */
    deliveriesOf: ({ botId, conversationId }: ConversationRef): Promise<LoggedDelivery[]> =>
      db
        .selectFrom("deliveries")
        .select(loggedColumns)
        .where("botId", "=", botId)
        .where("conversationId", "=", conversationId)
        .orderBy("startedAt")
        .orderBy("deliveryId")
        .execute(),
    /** Overwrites one message for good. `waits`: its turn must be settled first. */
    redact: (ref: ConversationRef, seq: number) => redactMessage(ofActor, ref, seq),
    /** Deletes a conversation with its messages, deliveries and key; `false` if it does not exist. */
    delete: (ref: ConversationRef): Promise<boolean> =>
      recorded(ref, "conversation_deleted", {}, deleteConversation),
    /**
     * Records that an operator looks at the conversation unmasked, once per quarter of an hour, because an agent who
     * answers in it keeps reading. False when there is no such conversation.
     */
    recordRevealed: async (ref: ConversationRef): Promise<boolean> =>
      (await isRevealNoted(db, ref, actor)) || recorded(ref, "conversation_revealed"),
    /** Records that an operator viewed a picture in the conversation; `false` if there is no such conversation. */
    recordPictureViewed: (ref: ConversationRef, picture: string): Promise<boolean> =>
      recorded(ref, "picture_viewed", { picture }),
    /** Records that it leaves the server, and whether masked. */
    recordExported: (ref: ConversationRef, detail: Record<string, unknown>): Promise<boolean> =>
      recorded(ref, "conversation_exported", detail),
  };
}

/** The log of messages between customers and bots, for operators. */
export interface ConversationLog extends ReturnType<typeof createConversationLog> {}

async function isThere({ db, botId }: LockedBot, conversationId: string): Promise<boolean> {
  const query = db.selectFrom("conversations").select("conversationId");
  const found = await query
    .where("botId", "=", botId)
    .where("conversationId", "=", conversationId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Deletes its key too: the messages stay sealed in every copy. */
async function deleteConversation(
  { db, botId }: LockedBot,
  conversationId: string,
): Promise<boolean> {
  const it = sql`bot_id = ${botId} and conversation_id = ${conversationId}`;
  return (await forgetConversations(db, it)) > 0;
}
