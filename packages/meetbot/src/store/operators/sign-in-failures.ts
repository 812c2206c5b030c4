import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/** The most wrong passwords per email in a window, across all client addresses and nodes. */
const maxFailures = 10;
/** How long wrong passwords count. */
const windowMinutes = 15;
const windowStart = sql<Date>`now() - ${windowMinutes} * interval '1 minute'`;

/** Separates these locks from all other numbered locks. */
const lockSpace = 0x516e;

/**
 * Counts a password attempt before it is checked, so that concurrent attempts cannot exceed the limit. Returns the id
 * that gives the attempt back, or `null` when there were too many.
 */
export async function reserveTry(db: Kysely<Tables>, emailKey: Buffer): Promise<string | null> {
  return db.transaction().execute(async (transaction) => {
    // One after the other for one email: each sees the tries before it. Only then is it looked.
    const lock = emailKey.readInt32BE(0);
    await sql`select pg_advisory_xact_lock(${lockSpace}, ${lock})`.execute(transaction);
    const counted = await sql<{ failureId: string }>`
      insert into sign_in_failures (email_key)
      select ${emailKey} where ${maxFailures} > (
        select count(*) from sign_in_failures where email_key = ${emailKey} and at > ${windowStart}
      )
      returning failure_id`.execute(transaction);
    return counted.rows[0]?.failureId ?? null;
  });
}

/**
 * Takes as long as recording an operator's failure, so that response times do not reveal who has an account. The first
 * statement stands for the look-up of the operator's passwords.
 */
export async function passAsKnown(db: Kysely<Tables>, failureId: string): Promise<void> {
  await db.selectFrom("operatorCredentials").select("id").where("userId", "=", "").execute();
  await sql`update sign_in_failures set at = at where failure_id = ${failureId}`.execute(db);
}

/** The password was right, or was not checked. */
export async function refundTry(db: Kysely<Tables>, failureId: string): Promise<void> {
  await db.deleteFrom("signInFailures").where("failureId", "=", failureId).execute();
}
