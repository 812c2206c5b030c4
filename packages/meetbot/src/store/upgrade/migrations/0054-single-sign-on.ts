import { type Kysely, sql } from "kysely";

/** Operators sign in by their company's identity provider. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * A session that a provider stands for: whose it is there, and when it ends, however much it is used.
 * `proved_at`: when they last proved who they are, where that was before the session.
 */
const sessions = `
  alter table operator_sessions
    add column issuer text,
    add column subject text,
    add column provider_session text,
    add column proved_at timestamptz,
    add column ends_at timestamptz`;

/** What works once for a while: a sign-in that was begun, a token or a code that was taken. */
const marks = `
  create table sign_in_marks (
    mark text primary key,
    detail json,
    expires_at timestamptz not null
  )`;

const statements = [
  sessions,
  marks,
  "create index operator_sessions_subject on operator_sessions (issuer, subject) where issuer is not null",
  "create unique index operator_credentials_account on operator_credentials (provider_id, account_id) where provider_id <> 'credential'",
];
