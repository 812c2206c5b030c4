import { type Kysely, sql } from "kysely";

/** How a bot speaks, and what was last seen of it from outside. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** The defaults are what every bot did before, and what nodes of the version before still create. */
const settings = `
  alter table bots
    add column languages text[] not null default '{en,zh}',
    add column welcome jsonb not null default '{"en": null, "zh": null}',
    add column menu text[] not null default '{orders,packages,help,person}',
    add column time_zone text not null default 'UTC',
    add constraint bots_own_language check (locale = any (languages)),
    add constraint bots_menu check (cardinality(menu) > 0)`;

/**
 * What was seen of a bot in use, last: its chat on a page of an origin, a conversation on a channel,
 * and shoppers that the shop vouched for (`name` is empty then). `seen_at` is about right: it is
 * written now and then.
 */
const sightings = `
  create table sightings (
    bot_id text not null references bots on delete cascade,
    kind text not null check (kind in ('page', 'identity', 'conversation')),
    name text not null,
    seen_at timestamptz not null default now(),
    primary key (bot_id, kind, name)
  )`;

/** When a customer's question was first answered by the shop. Deliveries are forgotten, this is not. */
const firstAnswer = "alter table bots add column first_answer_at timestamptz";

const statements = [settings, sightings, firstAnswer];
