import { type Kysely, sql } from "kysely";

/** By them both logs are read from a moment on, by another system that keeps them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "create index audit_at on audit (at, entry)",
  "create index operator_audit_at on operator_audit (at, entry)",
];
