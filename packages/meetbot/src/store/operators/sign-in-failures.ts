import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** Wrong passwords are remembered for so long. */
const windowMinutes = 15;
const windowStart = sql<Date>`now() - ${windowMinutes} * interval '1 minute'`;

/** How many wrong passwords were tried for an email lately, from wherever. */
export async function countFailures(db: Kysely<Tables>, emailKey: Buffer): Promise<number> {
  const { count } = await db
    .selectFrom("signInFailures")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("emailKey", "=", emailKey)
    .where("at", ">", windowStart)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function noteFailure(db: Kysely<Tables>, emailKey: Buffer): Promise<void> {
  await db.deleteFrom("signInFailures").where("at", "<=", windowStart).execute();
  await db.insertInto("signInFailures").values({ emailKey }).execute();
}
