import { type Kysely, sql } from "kysely";
import type { PageState } from "../../model/messenger.ts";
import { isStorable } from "../is-storable.ts";
import type { Tables } from "../tables.ts";

/** How a bot's page is doing, and what of its messages is not through. */
export async function pageStateOf(db: Kysely<Tables>, botId: string): Promise<PageState | null> {
  if (!isStorable(botId)) return null;
  const row = await db
    .selectFrom("messengerPages")
    .select(["pageId", "appId", "connectedAt", "stoppedFor"])
    .select(["failureCode", "failureSubcode", "failureTrace", "failedAt"])
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

async function countUnsent(
  db: Kysely<Tables>,
  botId: string,
): Promise<Pick<PageState, "waiting" | "unknown" | "failed">> {
  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*)::integer as count
    from messages join conversations using (bot_id, conversation_id)
    where bot_id = ${botId} and channel = 'messenger' and direction = 'out' and status <> 'sent'
    group by status`.execute(db);
  const of = (...statuses: string[]) =>
    rows
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { count }) => sum + count, 0);
  return { waiting: of("queued", "sending"), unknown: of("unknown"), failed: of("failed") };
}
