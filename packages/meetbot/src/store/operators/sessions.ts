import type { OperatorSession } from "@meetbot/model/operator.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/** The maximum age of a session since sign-in, however much it is used: a stolen cookie must expire. */
export const maxSessionS = 30 * 24 * 60 * 60;

/** Returns an operator's sessions, most recently used first. */
export async function listSessions(
  db: Kysely<Tables>,
  operatorId: string,
): Promise<OperatorSession[]> {
  const rows = await db
    .selectFrom("operatorSessions")
    .select(["id", "userAgent", "createdAt", "updatedAt as lastUsedAt"])
    .where("userId", "=", operatorId)
    .where("expiresAt", ">", sql<Date>`now()`)
    .where(sql<boolean>`coalesce(ends_at, 'infinity') > now()`)
    .where("createdAt", ">", sql<Date>`now() - ${maxSessionS} * interval '1 second'`)
    .orderBy("updatedAt", "desc")
    .execute();
  return rows.map((row) => ({ ...row, userAgent: row.userAgent ?? "" }));
}

/** Ends one session; false: the operator has no such session. */
export async function endSession(
  db: Kysely<Tables>,
  operatorId: string,
  sessionId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("operatorSessions")
    .where("userId", "=", operatorId)
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of an operator but one; returns how many. */
export async function endOtherSessions(
  db: Kysely<Tables>,
  operatorId: string,
  keptId: string,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("operatorSessions")
    .where("userId", "=", operatorId)
    .where("id", "!=", keptId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
