import { type Kysely, sql } from "kysely";

/** What limits count, and an end for a secret that was replaced. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * One row for each item that a subject used in a window, living while `expires_at` is ahead.
 * `scope` (limit and subject) and `item` are HMACs: they can be counted, and tell nothing.
 */
const attempts = `
  create table attempts (
    bot_id text not null references bots on delete cascade,
    scope bytea not null,
    item bytea not null,
    expires_at timestamptz not null,
    primary key (bot_id, scope, item)
  )`;

/**
 * By the first a scope is looked at no further than its maximum, from its oldest living row on: a
 * stranger can fill a scope, and must not make it slow. By the second expired rows are swept.
 */
const indexes = [
  "create index attempts_living on attempts (scope, expires_at)",
  "create index attempts_expires on attempts (expires_at)",
];

/**
 * Counts attempts, or none of them, and returns the places (from 1) of those beyond their limit.
 *
 * If every item is known, nothing is locked and nothing written. Otherwise the scopes are locked,
 * in one order for all callers, and are looked at by a statement of its own: under READ COMMITTED it
 * sees what whoever held a lock before has stored. The bot comes first, as it does for whoever
 * deletes it, so that neither waits for the other in a circle; where there is none, nothing counts.
 * Rows are inserted in order too: storing without a check takes no locks and meets them there.
 *
 * The commit is not flushed to disk, and the locks are held the shorter for it. If the server fails,
 * the attempts of its last moments (three times wal_writer_delay, 0.6 s) are not counted.
 *
 * Planning takes longer than all the rest: plans are made once for each connection. What is known is
 * asked row by row, which no plan made for an empty table can turn into reading all of a bot's rows.
 */
const countAttempts = `
  create function count_attempts(
    counting_bot text, scopes bytea[], items bytea[], maxima integer[], windows_s integer[]
  ) returns table (nth integer, retry_after_s integer)
  language plpgsql set plan_cache_mode = force_generic_plan as $$
  declare
    any_new boolean;
    lock_key bigint;
  begin
    any_new := exists (
      select from unnest(scopes, items) as asked (scope, item)
      where asked.item is not null and (
        select expires_at > now() from attempts
        where bot_id = counting_bot and scope = asked.scope and item = asked.item
      ) is not true
    );
    if any_new then
      perform set_config('synchronous_commit', 'off', true);
      perform from bots where bot_id = counting_bot for key share;
      if not found then
        return;
      end if;
      for lock_key in
        select distinct ('x' || encode(substr(scope, 1, 8), 'hex'))::bit(64)::bigint as key
        from unnest(scopes, items) as asked (scope, item)
        where item is not null order by key
      loop
        perform pg_advisory_xact_lock(lock_key);
      end loop;
    end if;
    return query
      with asked as (
        select * from unnest(scopes, items, maxima, windows_s) with ordinality
          as asked (scope, item, max, window_s, place)
        where asked.item is null or any_new and (
          select expires_at > now() from attempts
          where bot_id = counting_bot and scope = asked.scope and item = asked.item
        ) is not true
      ), judged as (
        select asked.*, living.oldest, living.held + dense_rank() over (
          partition by asked.scope, asked.item is null order by asked.item
        ) > asked.max as beyond
        from asked, lateral (
          select count(*) as held, min(expires_at) as oldest from (
            select expires_at from attempts
            where bot_id = counting_bot and scope = asked.scope and expires_at > now()
            order by expires_at limit asked.max
          ) as earliest
        ) as living
      ), stored as (
        insert into attempts (bot_id, scope, item, expires_at)
        select distinct on (scope, item)
          counting_bot, scope, item, now() + window_s * interval '1 second'
        from judged
        where item is not null
          and not exists (select from judged where beyond and item is not null)
        order by scope, item
        on conflict (bot_id, scope, item) do update set expires_at = excluded.expires_at
      )
      select place::integer,
        ceil(coalesce(extract(epoch from oldest - now()), window_s))::integer
      from judged where beyond order by place;
  end $$`;

/** A secret that was replaced serves on until its end; null: it has none. */
const secretsEnd = `
  alter table bot_secrets
    add column expires_at timestamptz,
    add constraint bot_secrets_stage
      check (stage = 'current' or stage = 'previous' and kind = 'identity'),
    add constraint bot_secrets_end check ((stage = 'previous') = (expires_at is not null))`;

const statements = [attempts, ...indexes, countAttempts, secretsEnd];
