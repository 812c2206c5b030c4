import { type Kysely, sql } from "kysely";

/**
 * How Meetbot itself asks a bot's shop, where its endpoint names a connector. `sealed`: the configuration with its
 * credentials, under the master key. `shown`: what is told of it. `problem`, `detail`: why the shop last could not be asked.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(connections).execute(db);
}

const connections = `
  create table shop_connections (
    bot_id text primary key references bots on delete cascade,
    name text not null,
    version text not null,
    key_id text not null,
    sealed bytea not null,
    shown jsonb not null,
    shop text not null,
    connected_at timestamptz not null default now(),
    notes jsonb not null,
    problem text,
    detail text,
    seen_at timestamptz not null default now()
  )`;
