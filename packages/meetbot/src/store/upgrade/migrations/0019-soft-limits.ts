import { type Kysely, sql } from "kysely";

/** Limits beyond which nobody is refused: each goes on with a small share of its own. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(countAttempts).execute(db);
}

/**
 * `count_attempts` of `0002-attempts`, for limits that are soft too; nodes of the version before call
 * that one.
 *
 * A soft limit takes no lock and keeps nothing from being counted: a whole bot's lookups would wait
 * for one another, and one more or less makes no difference to it. It is beyond when as many items live
 * in its scope as it allows, and its place is returned only if an item of the call is past its share:
 * so many items in its scope are older. The scope is locked, and a new item gets its end by the clock of
 * that moment, so that those counted earlier always are the older ones.
 *
 * A scope is of one bot. It is counted without naming that, by the index whose order it is counted in: with
 * the bot's name there are plans that read all of a scope by the primary key first, and a soft limit's
 * is as long as a stranger makes it.
 */
const countAttempts = `
  create function count_attempts(
    counting_bot text, scopes bytea[], items bytea[], maxima integer[], windows_s integer[],
    soft boolean[], shares integer[]
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
        from unnest(scopes, items, soft) as asked (scope, item, soft)
        where item is not null and not asked.soft order by key
      loop
        perform pg_advisory_xact_lock(lock_key);
      end loop;
    end if;
    return query
      with asked as materialized (
        select asked.*, (
          select case when expires_at > now() then expires_at end from attempts
          where bot_id = counting_bot and scope = asked.scope and item = asked.item
        ) as ends
        from unnest(scopes, items, maxima, windows_s, soft, shares) with ordinality
          as asked (scope, item, max, window_s, soft, share, place)
      ), spent as materialized (
        select from asked
        where share is not null and share <= (
          select count(*) from (
            select from attempts
            where scope = asked.scope and expires_at > now()
              and expires_at < coalesce(asked.ends, 'infinity')
            order by expires_at limit asked.share
          ) as older
        )
        limit 1
      ), judged as (
        select asked.*, living.oldest, living.held + dense_rank() over (
          partition by asked.scope, asked.item is null order by asked.item
        ) > asked.max as beyond
        from asked, lateral (
          select count(*) as held, min(expires_at) as oldest from (
            select expires_at from attempts
            where scope = asked.scope and expires_at > now()
            order by expires_at limit asked.max
          ) as earliest
        ) as living
        where case
          when asked.soft then exists (select from spent)
          else asked.item is null or asked.ends is null
        end
      ), stored as (
        insert into attempts (bot_id, scope, item, expires_at)
        select distinct on (scope, item)
          counting_bot, scope, item, clock_timestamp() + window_s * interval '1 second'
        from asked
        where item is not null and ends is null
          and not exists (select from judged where beyond and item is not null and not judged.soft)
        order by scope, item
        on conflict (bot_id, scope, item) do update set expires_at = excluded.expires_at
      )
      select place::integer,
        ceil(coalesce(extract(epoch from oldest - now()), window_s))::integer
      from judged where beyond order by place;
  end $$`;
