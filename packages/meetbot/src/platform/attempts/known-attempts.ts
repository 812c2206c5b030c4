import type { Pool } from "pg";
import { byteaArray } from "../postgres/bytea-array.ts";
import { inTime } from "../postgres/statement-time.ts";

/** Attempts that are counted together, or none of them: all that one lookup counts, as HMACs. */
export interface Counting {
  botId: string;
  scopes: Buffer[];
  items: (Buffer | null)[];
  maxima: number[];
  windowsS: number[];
  soft: boolean[];
  shares: (number | null)[];
}

/** An attempt beyond its limit, by its place (from 1). */
export interface BeyondRow {
  place: number;
  retryAfterS: number;
}

/**
 * Runs the checks of `count_attempts` that need no lock, for several at once: if every item is known, it only reads
 * counts. Otherwise it returns a row without a place.
 */
const knownStatement = {
  name: "known-attempts",
  ...inTime,
  text: `
    with asked as materialized (
      select one.*, (
        select case when expires_at > now() then expires_at end from attempts
        where bot_id = one.bot_id and scope = one.scope and item = one.item
      ) as ends
      from unnest(
        $1::integer[], $2::text[], $3::bytea[], $4::bytea[], $5::integer[], $6::integer[],
        $7::integer[], $8::boolean[], $9::integer[]
      ) as one (nth, bot_id, scope, item, max, window_s, place, soft, share)
    ), with_new as materialized (
      select distinct nth from asked where item is not null and ends is null
    ), spent as materialized (
      select distinct nth from asked
      where share is not null and share <= (
        select count(*) from (
          select from attempts
          where scope = asked.scope and expires_at > now()
            and expires_at < asked.ends
          order by expires_at limit asked.share
        ) as older
      )
    )
    select nth, null as place, null as "retryAfterS" from with_new
    union all
    select nth, place, ceil(coalesce(extract(epoch from oldest - now()), window_s))::integer
    from asked, lateral (
      select count(*) as held, min(expires_at) as oldest from (
        select expires_at from attempts
        where scope = asked.scope and expires_at > now()
        order by expires_at limit asked.max
      ) as earliest
    ) as living
    where (soft and nth in (select nth from spent) or not soft and item is null)
      and held >= max and nth not in (select nth from with_new)`,
};

interface KnownRow {
  nth: number;
  place: number | null;
  retryAfterS: number;
}

/**
 * Returns, for each counting, the attempts beyond their limits, if all its items were counted before. `null` if an item
 * is new and has to be counted.
 */
export async function readKnown(
  pool: Pool,
  countings: Counting[],
): Promise<(BeyondRow[] | null)[]> {
  const column = <Value>(of: (counting: Counting, nth: number) => Value[]) => countings.flatMap(of);
  const { rows } = await pool.query<KnownRow>({
    ...knownStatement,
    values: [
      column(({ items }, nth) => items.map(() => nth)),
      column(({ items, botId }) => items.map(() => botId)),
      byteaArray(column(({ scopes }) => scopes)),
      byteaArray(column(({ items }) => items)),
      column(({ maxima }) => maxima),
      column(({ windowsS }) => windowsS),
      column(({ items }) => items.map((_, index) => index + 1)),
      column(({ soft }) => soft),
      column(({ shares }) => shares),
    ],
  });
  const found = countings.map((): BeyondRow[] | null => []);
  for (const { nth, place, retryAfterS } of rows.sort(byPlace)) {
    if (place === null) found[nth] = null;
    else found[nth]?.push({ place, retryAfterS });
  }
  return found;
}

const byPlace = (one: KnownRow, other: KnownRow) => (one.place ?? 0) - (other.place ?? 0);
