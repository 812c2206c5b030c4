import type { Author, OneTimeLink } from "@meetbot/model/operator.ts";
import { sql, type Transaction } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { linkColumns, toLink } from "./one-time-links.ts";
import { recordLink } from "./record-people.ts";

/**
 * Revokes links that their creator could no longer make: an old link must not grant what its creator cannot grant
 * today. An administrator's links all stand; others made theirs for the bots they own.
 */
export async function revokeUncovered(
  db: Transaction<Tables>,
  operatorId: string,
  author: Author,
): Promise<void> {
  const rows = await db
    .deleteFrom("oneTimeLinks")
    .where("creatorId", "=", operatorId)
    .where(
      sql<boolean>`not exists (
        select from operators where id = ${operatorId} and administrator)`,
    )
    .where(
      sql<boolean>`not exists (
        select from bot_members as m
        where m.operator_id = ${operatorId} and m.bot_id = one_time_links.bot_id
          and m.role = 'owner')`,
    )
    .returning(linkColumns)
    .execute();
  for (const row of rows) await recordLink(db, author, "link_revoked", toLink(row));
}

/** Revokes the invitations that a newer one replaces. */
export async function replaceInvitations(
  db: Transaction<Tables>,
  { email, botId }: { email: string; botId: string | null },
): Promise<void> {
  await db
    .deleteFrom("oneTimeLinks")
    .where("email", "=", email)
    .where("botId", botId === null ? "is" : "=", botId)
    .execute();
}

/** Revokes one link, of one bot or of any; `null` if the link does not exist. */
export async function revokeLink(
  db: Transaction<Tables>,
  linkId: string,
  botId: string | null,
): Promise<OneTimeLink | null> {
  let query = db.deleteFrom("oneTimeLinks").where("linkId", "=", linkId);
  if (botId !== null) query = query.where("botId", "=", botId);
  const row = await query.returning(linkColumns).executeTakeFirst();
  return row ? toLink(row) : null;
}
