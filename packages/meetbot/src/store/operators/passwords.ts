import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { endOtherSessions } from "./sessions.ts";

/** better-auth's name for sign-in by password. */
const providerId = "credential";

/** When an operator chose their password; `null`: they have none. */
export async function findPassword(
  db: Kysely<Tables>,
  operatorId: string,
): Promise<{ changedAt: Date } | null> {
  const found = await db
    .selectFrom("operatorCredentials")
    .select("updatedAt as changedAt")
    .where("userId", "=", operatorId)
    .where("providerId", "=", providerId)
    .where("password", "is not", null)
    .executeTakeFirst();
  return found ?? null;
}

/** Sets a password, and signs out anyone who knew the old one: only the session that requests it continues. */
export async function setPassword(
  db: Kysely<Tables>,
  { operatorId, hash, keptSessionId }: { operatorId: string; hash: string; keptSessionId: string },
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable("operatorCredentials")
      .set({ password: hash, updatedAt: sql<Date>`now()` })
      .where("userId", "=", operatorId)
      .where("providerId", "=", providerId)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) {
      const id = randomBytes(16).toString("hex");
      const row = { id, userId: operatorId, accountId: operatorId, providerId, password: hash };
      await transaction.insertInto("operatorCredentials").values(row).execute();
    }
    return endOtherSessions(transaction, operatorId, keptSessionId);
  });
}
