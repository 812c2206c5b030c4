import { type Kysely, sql } from "kysely";

/**
 * A try of a password is counted before it is checked, and given back if it was no wrong one; addresses
 * that operators signed in from go, and tokens that were to last for ever last a year from now.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table sign_in_failures add column failure_id bigint generated always as identity",
  "update operator_sessions set ip_address = null",
  "delete from sign_in_rates",
  "update api_tokens set expires_at = now() + interval '365 days' where expires_at is null",
];
