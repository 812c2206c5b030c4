import type { LinkState } from "@meetbot/model/channel-link.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { type LinkWindow, windowStart } from "../outbox/link-window.ts";

/** Returns the health of a bot's link and its undelivered messages. */
export async function linkStateOf(db: Kysely<Tables>, on: LinkWindow): Promise<LinkState | null> {
  if (!isStorable(on.botId)) return null;
  const row = await db
    .selectFrom("channelLinks")
    .select(["externalId", "details", "connectedAt", "stoppedFor"])
    .select(["failureCode", "failureSubcode", "failureTrace", "failedAt"])
    .select(["name", "tokenEndsAt", "checkedAt", "profilePublishedAt"])
    .select(
      sql<Date | null>`case when paused_until > now() then paused_until end`.as("pausedUntil"),
    )
    .where("botId", "=", on.botId)
    .where("channel", "=", on.channel)
    .executeTakeFirst();
  if (!row) return null;
  const {
    failureCode: code,
    failureSubcode: subcode,
    failureTrace: trace,
    failedAt,
    ...link
  } = row;
  const lastFailure = failedAt && { code, subcode, trace, at: failedAt };
  return { ...link, lastFailure, ...(await countUnsent(db, on)) };
}

type Counts = Pick<LinkState, "waiting" | "unknown" | "failed" | "openWindows" | "closedWindows">;

/** Only conversations in which something waits are looked into. */
async function countUnsent(db: Kysely<Tables>, on: LinkWindow): Promise<Counts> {
  const { botId, channel } = on;
  const unsent = sql`select count(*)::integer from outboxes as own
    join messages on messages.bot_id = own.bot_id
      and messages.conversation_id = own.conversation_id and seq > own.settled_seq
    where own.bot_id = ${botId} and own.channel = ${channel} and own.send_at is not null`;
  const isClosed = sql`coalesce(active_at <= ${windowStart(on)}, false)`;
  const { rows } = await sql<Counts>`
    select
      (${unsent} and status in ('queued', 'sending')) as waiting,
      (${unsent} and status = 'unknown') as unknown,
      (select count(*)::integer from outbound_failures as failure
        join outboxes as own using (bot_id, conversation_id)
        where failure.bot_id = ${botId} and own.channel = ${channel}) as failed,
      count(*) filter (where not ${isClosed})::integer as "openWindows",
      count(*) filter (where ${isClosed})::integer as "closedWindows"
    from outboxes join conversations using (bot_id, conversation_id)
    where bot_id = ${botId} and outboxes.channel = ${channel}`.execute(db);
  return rows[0]!;
}
