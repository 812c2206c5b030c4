import { type Kysely, sql } from "kysely";

/** Who only answers customers: their role, what customers call them, and whether they are there. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const allows = (table: string) => `
  alter table ${table}
    drop constraint ${table}_role_check,
    add constraint ${table}_role_check check (role in ('owner', 'editor', 'viewer', 'agent'))`;

const publicName = `
  alter table operators
    add column public_name text check (char_length(public_name) between 1 and 40)`;

/** When somebody said that they answer this bot's customers, and when they last did anything there. */
const presence = `
  create table agent_presence (
    bot_id text not null references bots on delete cascade,
    operator_id text not null references operators on delete cascade,
    is_on boolean not null,
    since timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    capacity smallint not null default 5 check (capacity between 1 and 50),
    primary key (bot_id, operator_id)
  )`;

const statements = [
  allows("bot_members"),
  allows("one_time_links"),
  publicName,
  presence,
  "create index agent_presence_operator on agent_presence (operator_id)",
];
