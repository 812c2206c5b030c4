import { type Kysely, sql } from "kysely";

/** Templates of ours as platforms have them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * `link_id`: of which page, or the like, they are; those of one that was connected before count for nothing.
 * `told_at`: up to which moment the platform has told of it by itself, by its own clock.
 */
const templates = `
  create table message_templates (
    bot_id text not null,
    channel text not null,
    link_id text not null,
    name text not null,
    language text not null,
    external_id text not null,
    state text not null check (state in ('pending', 'approved', 'rejected', 'paused')),
    reason text,
    told_at timestamptz,
    updated_at timestamptz not null default now(),
    primary key (bot_id, channel, link_id, name, language),
    foreign key (bot_id, channel) references channel_links on delete cascade
  )`;

const statements = [templates];
