import { type Kysely, sql } from "kysely";
import type { LinkState } from "../../model/channel-fact.ts";
import { isStorable } from "../postgres/is-storable.ts";
import type { Tables } from "../postgres/tables.ts";

/** How a bot's page is doing, and what of its messages is not through. */
export async function linkStateOf(db: Kysely<Tables>, botId: string): Promise<LinkState | null> {
  if (!isStorable(botId)) return null;
  const row = await db
    .selectFrom("messengerPages")
    .select(["pageId", "appId", "connectedAt", "stoppedFor"])
    .select(["failureCode", "failureSubcode", "failureTrace", "failedAt"])
    .select(["pageName as name", "tokenEndsAt", "checkedAt", "profilePublishedAt"])
    .select(
      sql<Date | null>`case when paused_until > now() then paused_until end`.as("pausedUntil"),
    )
    .where("botId", "=", botId)
    .executeTakeFirst();
  if (!row) return null;
  const {
    failureCode: code,
    failureSubcode: subcode,
    failureTrace: trace,
    failedAt,
    ...page
  } = row;
  const lastFailure = failedAt && { code, subcode, trace, at: failedAt };
  return { ...page, lastFailure, ...(await countUnsent(db, botId)) };
}

type Counts = Pick<LinkState, "waiting" | "unknown" | "failed" | "openWindows" | "closedWindows">;

/** Only conversations in which something waits are looked into. */
async function countUnsent(db: Kysely<Tables>, botId: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select
      (select count(*)::integer from messenger_conversations as own
        join messages on messages.bot_id = own.bot_id
          and messages.conversation_id = own.conversation_id and seq > own.settled_seq
        where own.bot_id = ${botId} and own.send_at is not null
          and status in ('queued', 'sending')) as waiting,
      (select count(*)::integer from messenger_conversations as own
        join messages on messages.bot_id = own.bot_id
          and messages.conversation_id = own.conversation_id and seq > own.settled_seq
        where own.bot_id = ${botId} and own.send_at is not null
          and status = 'unknown') as unknown,
      (select count(*)::integer from messenger_failures where bot_id = ${botId}) as failed,
      count(*) filter (where active_at > now() - interval '24 hours')::integer as "openWindows",
      count(*) filter (where active_at <= now() - interval '24 hours')::integer as "closedWindows"
    from messenger_conversations join conversations using (bot_id, conversation_id)
    where bot_id = ${botId}`.execute(db);
  return rows[0]!;
}
