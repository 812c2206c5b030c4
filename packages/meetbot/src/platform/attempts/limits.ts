import type { Attempt, Exceeded } from "@meetbot/model/limit.ts";
import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { byteaArray } from "../postgres/bytea-array.ts";
import { inBatches } from "../postgres/in-batches.ts";
import { type BeyondRow, type Counting, readKnown } from "./known-attempts.ts";

/** The function is in the migration `0001-baseline`. */
const countStatement = {
  name: "count-attempts",
  text: `
    select nth as place, retry_after_s as "retryAfterS"
    from count_attempts($1, $2::bytea[], $3::bytea[], $4::integer[], $5::integer[], $6::boolean[],
      $7::integer[])`,
};

/**
 * Inserts rows in the same order as `count_attempts`, so that callers cannot deadlock. A row that has not expired stays
 * unchanged: the same item again is the same attempt.
 */
const noteStatement = {
  name: "note-attempts",
  text: `
    with bot as (
      select bot_id, set_config('synchronous_commit', 'off', true) from bots
      where bot_id = $1 for key share
    )
    insert into attempts (bot_id, scope, item, expires_at)
    select distinct on (scope, item) bot_id, scope, item, now() + window_s * interval '1 second'
    from bot, unnest($2::bytea[], $3::bytea[], $4::integer[]) as noted (scope, item, window_s)
    order by scope, item
    on conflict (bot_id, scope, item) do update set expires_at = excluded.expires_at
      where attempts.expires_at <= now()`,
};

/** About 1 MB. */
const maxRemembered = 3_000;

/**
 * How many recently counted items the node remembers; an item that it counts for the first time is rarely in the
 * database yet.
 */
const maxCounted = 10_000;

/**
 * Limits counted in the database, by its clock. Attempts are stored as HMACs, which differ from bot to bot and from
 * limit to limit. Nothing is counted for a bot that does not exist.
 *
 * An item that a caller repeats needs no counting: one query reads several of them.
 */
export function createLimits(
  { pool, batchPool }: { pool: Pool; batchPool: Pool },
  lookupKey: LookupKey,
) {
  const countSoon = inBatches<Counting, BeyondRow[]>({
    together: (countings) => readKnown(batchPool, countings),
    alone: (counting) => countAlone(pool, counting),
  });
  const counted = new LRUCache<string, true>({ max: maxCounted });
  const hmacs = remembered(lookupKey);
  return {
    /**
     * Counts the attempts unless one of them exceeds its limit, and returns those that do. An item that was counted
     * before, in its window, is free.
     */
    async count(botId: string, attempts: Attempt[]): Promise<Exceeded[]> {
      if (attempts.length === 0) return [];
      const counting = {
        botId,
        scopes: attempts.map((attempt) => scopeOf(hmacs, botId, attempt)),
        items: attempts.map((attempt) => itemOf(hmacs, botId, attempt)),
        maxima: attempts.map(({ max }) => max),
        windowsS: attempts.map(({ windowS }) => windowS),
        soft: attempts.map(({ soft }) => soft ?? false),
        shares: attempts.map(({ share }) => share ?? null),
      };
      const key = counting.items.find((item) => item !== null)?.toString("base64") ?? "";
      const beyond = await (key === "" || counted.has(key)
        ? countSoon(counting)
        : countAlone(pool, counting));
      if (key !== "") counted.set(key, true);
      return beyond.map(({ place, retryAfterS }) => ({
        limit: attempts[place - 1]!.limit,
        retryAfterS,
      }));
    },
    /** Counts the attempts, whatever was counted before. */
    async note(botId: string, attempts: Attempt[]): Promise<void> {
      const noted = attempts.filter(({ item }) => item !== null);
      if (noted.length === 0) return;
      await pool.query({
        ...noteStatement,
        values: [
          botId,
          byteaArray(noted.map((attempt) => scopeOf(hmacs, botId, attempt))),
          byteaArray(noted.map((attempt) => itemOf(hmacs, botId, attempt))),
          noted.map(({ windowS }) => windowS),
        ],
      });
    },
  };
}

/** Limits, counted exactly under any concurrency. Nothing is counted for a bot that is gone. */
export type Limits = ReturnType<typeof createLimits>;

/**
 * Caches lookup keys, because most counted items belong to the same conversation, network and bot as in the turn
 * before.
 */
function remembered(lookupKey: LookupKey): LookupKey {
  const known = new LRUCache<string, Buffer>({ max: maxRemembered });
  return (value) => {
    let found = known.get(value);
    if (!found) {
      found = lookupKey(value);
      known.set(value, found);
    }
    return found;
  };
}

async function countAlone(
  pool: Pool,
  { botId, scopes, items, maxima, windowsS, soft, shares }: Counting,
): Promise<BeyondRow[]> {
  const values = [botId, byteaArray(scopes), byteaArray(items), maxima, windowsS, soft, shares];
  return (await pool.query<BeyondRow>({ ...countStatement, values })).rows;
}

/** Encodes the words as JSON, so that no two lists produce the same key, whatever a customer typed. */
function scopeOf(lookupKey: LookupKey, botId: string, { limit, subject }: Attempt): Buffer {
  return lookupKey(JSON.stringify([botId, limit, subject]));
}

function itemOf(lookupKey: LookupKey, botId: string, attempt: Attempt): Buffer | null {
  const { limit, subject, item } = attempt;
  return item === null ? null : lookupKey(JSON.stringify([botId, limit, subject, item]));
}
