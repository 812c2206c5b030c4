import type { Kysely, Transaction } from "kysely";
import type { AuditAction, AuditEntry } from "../model/audit.ts";
import { isStorable } from "./is-storable.ts";
import type { Tables } from "./tables.ts";

/** Records a change in its own transaction. The detail names secrets by their fingerprints. */
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
