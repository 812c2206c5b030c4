import { type Kysely, sql } from "kysely";

/** Shops that want to know what becomes of their pushes, and those that push in the form of the origin. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** `push_status_refused`: the endpoint that refused to be told; another one is told again. */
const bots = `
  alter table bots
    add column push_status boolean not null default false,
    add column push_status_refused text,
    add column origin_push boolean not null default false,
    add column origin_push_networks text[] not null default '{}'`;

/**
 * `told_state`: the highest that the shop was told; that it was accepted is the answer to the push. `told_due`: not
 * told before that.
 */
const notifications = `
  alter table notifications
    add column told_state text not null default 'accepted',
    add column told_tries integer not null default 0,
    add column told_due timestamptz not null default now()`;

/** What is further than the shop was told, or may be by now. */
const untold = `
  create index notifications_untold on notifications (bot_id, told_due)
    where told_state = 'accepted' and state <> 'accepted'
      or told_state in ('held', 'queued') and state not in ('accepted', 'held')`;

const statements = [bots, notifications, untold];
