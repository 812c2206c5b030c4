import type { AuditAction, AuditEntry, NumberedAuditEntry } from "@meetbot/model/log/audit.ts";
import type { Kysely, Transaction } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";

/** Records a change in that change's transaction. The detail names secrets by their fingerprints. */
export async function recordChange(
  { db, botId, actor }: { db: Transaction<Tables>; botId: string; actor: string },
  action: AuditAction,
  detail: AuditEntry["detail"],
): Promise<void> {
  await db.insertInto("audit").values({ botId, actor, action, detail }).execute();
}

/** The latest changes of a bot, newest first. */
export async function latestChanges(
  db: Kysely<Tables>,
  botId: string,
  limit: number,
): Promise<AuditEntry[]> {
  if (!isStorable(botId)) return [];
  return db
    .selectFrom("audit")
    .select(["at", "actor", "action", "detail"])
    .where("botId", "=", botId)
    .orderBy("entry", "desc")
    .limit(limit)
    .execute();
}

/** Returns a page of a bot's changes before an entry, newest first, of one action or of all. */
export async function pageOfChanges(
  db: Kysely<Tables>,
  botId: string,
  { limit, before, action }: AuditPageRequest,
): Promise<NumberedAuditEntry[]> {
  if (!isStorable(botId)) return [];
  let query = db
    .selectFrom("audit")
    .select(["entry", "at", "actor", "action", "detail"])
    .where("botId", "=", botId);
  if (before !== undefined) query = query.where("entry", "<", before);
  if (action !== undefined) query = query.where("action", "=", action as AuditAction);
  return query.orderBy("entry", "desc").limit(limit).execute();
}

/** Which changes are wished. */
export interface AuditPageRequest {
  limit: number;
  /** An entry's number. */
  before?: string | undefined;
  /** One of the actions; another one has no changes. */
  action?: string | undefined;
}
