import { type Kysely, sql } from "kysely";

/**
 * Machines of developers that answer a bot's queries instead of its endpoint, and the queries that wait for one. What
 * a crash loses of both ends a listening, which begins again by itself. `sealed`, `answer`: under the master keys that are
 * named beside them.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create unlogged table listeners (
     bot_id text primary key references bots on delete cascade,
     listener_id text not null,
     actor text not null,
     since timestamptz not null default now(),
     seen_at timestamptz not null default now(),
     unique (bot_id, listener_id)
   )`,
  `create unlogged table listened_queries (
     bot_id text not null,
     listener_id text not null,
     query_id text not null,
     at timestamptz not null default now(),
     key_id text not null,
     sealed bytea not null,
     is_taken boolean not null default false,
     answer_key_id text,
     answer bytea,
     primary key (bot_id, listener_id, query_id),
     foreign key (bot_id, listener_id) references listeners (bot_id, listener_id) on delete cascade
   )`,
];
