import { type Kysely, sql } from "kysely";

/** Master keys come and go, so lookups hang on a value of their own. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** One row, made at the first start. It is sealed under a master key, and sealed again under others. */
const lookupRoot = `
  create table lookup_root (
    one boolean primary key default true check (one),
    key_id text not null,
    sealed bytea not null
  )`;

/** Finds what a master key still seals, without reading every conversation. */
const index = "create index conversations_key on conversations (key_id)";

const statements = [lookupRoot, index];
