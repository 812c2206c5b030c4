import { type Kysely, sql } from "kysely";

/** What a bot brings that comes from another installation, what it leaves where it was, and its rows on the way. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Look-ups of a bot without one come from `lookup_root`. */
const roots = `
  create table bot_lookup_roots (
    bot_id text primary key references bots on delete cascade,
    key_id text not null,
    sealed bytea not null
  )`;

/** `url`: where its doors are now; null: under the same address. `arrived_at`: since when it is there. */
const moved = `
  create table moved_bots (
    bot_id text primary key,
    move_id text not null,
    url text,
    moved_at timestamptz not null default now(),
    arrived_at timestamptz
  )`;

/** Compressed before it is stored. */
const arriving = `
  create table arriving_bots (
    bot_id text not null,
    part integer not null,
    move_id text not null,
    body bytea not null,
    primary key (bot_id, part)
  )`;

const statements = [
  roots,
  moved,
  arriving,
  "alter table arriving_bots alter column body set storage external",
];
