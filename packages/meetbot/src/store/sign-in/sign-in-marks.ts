import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/** Sets a mark that works once; false: it is there already. */
export async function setMark(
  db: Kysely<Tables>,
  mark: string,
  livesForS: number,
  detail: Record<string, unknown> | null = null,
): Promise<boolean> {
  const set = await db
    .insertInto("signInMarks")
    .values({
      mark,
      detail: detail && JSON.stringify(detail),
      expiresAt: sql<Date>`now() + ${livesForS} * interval '1 second'`,
    } as never)
    .onConflict((known) => known.column("mark").doNothing())
    .returning("mark")
    .executeTakeFirst();
  return set !== undefined;
}

/**
 * Claims a mark and returns the data stored with it; `null` if there is none or it has expired. Of several concurrent
 * callers, one gets it.
 */
export async function takeMark(
  db: Kysely<Tables>,
  mark: string,
): Promise<Record<string, unknown> | null> {
  const taken = await db
    .deleteFrom("signInMarks")
    .where("mark", "=", mark)
    .returning(["detail", sql<boolean>`expires_at > now()`.as("isAlive")])
    .executeTakeFirst();
  return taken?.isAlive ? (taken.detail ?? {}) : null;
}
