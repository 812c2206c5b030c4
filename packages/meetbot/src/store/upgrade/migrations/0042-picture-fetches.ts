import { type Kysely, sql } from "kysely";

/** What platforms still have of customers' pictures: it is fetched also where a node ends meanwhile. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [pictureFetches, byTime]) await sql.raw(statement).execute(db);
}

/** `sealed`: what the platform calls them. `due_at`: from then on any node may take it. */
const pictureFetches = `
  create table picture_fetches (
    bot_id text not null,
    conversation_id text not null,
    dedupe_key text not null,
    channel text not null,
    sealed bytea not null,
    tries integer not null default 0,
    due_at timestamptz not null default now(),
    primary key (bot_id, conversation_id, dedupe_key),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

const byTime = "create index picture_fetches_due on picture_fetches (due_at)";
