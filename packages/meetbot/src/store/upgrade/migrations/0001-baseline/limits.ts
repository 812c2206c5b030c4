/** What limits count. */
export const limits = `
-- One row for each item that a subject used in a window, until expires_at. scope (limit and subject) and item are
-- HMACs. By attempts_living a scope is read no further than its maximum, so that a stranger who fills one does not
-- make it slow.
create table attempts (
  bot_id text not null references bots on delete cascade,
  scope bytea not null,
  item bytea not null,
  expires_at timestamptz not null,
  primary key (bot_id, scope, item)
);
create index attempts_living on attempts (scope, expires_at);
create index attempts_expires on attempts (expires_at);

-- Counts attempts, or none of them, and returns the places (from 1) of those beyond their limit. If every item is
-- known, nothing is locked or written. Otherwise the scopes are locked in one order for all callers, and read by a
-- later statement, which sees what earlier holders of the locks have stored. The bot comes first, as for a
-- deletion. The commit is not flushed to disk: if the server fails, the attempts of its last 0.6 s are not
-- counted. Plans are made once for each connection, for planning takes longer than all the rest.
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
  end $$;

-- The same, with limits that are soft too. A soft limit takes no lock and refuses nobody by itself: beyond it, a
-- place is returned only if an item of the call is past its share, that is, if so many items in its scope are
-- older. That scope is locked, and a new item gets its end by the clock of that moment, so that items that were
-- counted earlier always are the older ones. Scopes are counted without naming the bot, by the index in whose
-- order they are counted.
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
  end $$;
`;
