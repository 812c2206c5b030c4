import { type Kysely, sql } from "kysely";

/**
 * Who tells each bot that parcels have moved. `sealed`: the secret that they sign under, under the master key.
 * `hook_hash`: of the token in the address that they call.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(connections).execute(db);
}

const connections = `
  create table carrier_connections (
    bot_id text not null references bots on delete cascade,
    kind text not null,
    is_signed boolean not null,
    key_id text not null,
    sealed bytea not null,
    hook_hash bytea not null,
    created_at timestamptz not null default now(),
    last_heard_at timestamptz,
    primary key (bot_id, kind)
  )`;
