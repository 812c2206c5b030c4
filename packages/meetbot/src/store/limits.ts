import type { Pool } from "pg";
import type { Attempt } from "../model/limit.ts";
import type { LookupKey } from "../secrets/lookup-key.ts";
import type { Limits } from "./store.ts";

/** The function is in the migration `0002-attempts`. */
const countStatement = {
  name: "count-attempts",
  text: `
    select nth, retry_after_s as "retryAfterS"
    from count_attempts($1, $2::bytea[], $3::bytea[], $4::integer[], $5::integer[])`,
};

/**
 * Rows in order, as `count_attempts` inserts them, so that no two callers wait for each other. A
 * living row stays as it is: the same item again is the same attempt.
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

/**
 * Limits counted in the database, by its clock. What was attempted is stored as HMACs, which differ
 * from bot to bot and from limit to limit. Nothing is counted for a bot that does not exist.
 */
export function createLimits(pool: Pool, lookupKey: LookupKey): Limits {
  return {
    async count(botId, attempts) {
      if (attempts.length === 0) return [];
      const { rows } = await pool.query<{ nth: number; retryAfterS: number }>({
        ...countStatement,
        values: [
          botId,
          attempts.map((attempt) => scopeOf(lookupKey, botId, attempt)),
          attempts.map((attempt) => itemOf(lookupKey, botId, attempt)),
          attempts.map(({ max }) => max),
          attempts.map(({ windowS }) => windowS),
        ],
      });
      return rows.map(({ nth, retryAfterS }) => ({ limit: attempts[nth - 1]!.limit, retryAfterS }));
    },
    async note(botId, attempts) {
      const noted = attempts.filter(({ item }) => item !== null);
      if (noted.length === 0) return;
      await pool.query({
        ...noteStatement,
        values: [
          botId,
          noted.map((attempt) => scopeOf(lookupKey, botId, attempt)),
          noted.map((attempt) => itemOf(lookupKey, botId, attempt)),
          noted.map(({ windowS }) => windowS),
        ],
      });
    },
  };
}

/** As JSON, so that no two lists of words read the same, whatever a customer typed. */
function scopeOf(lookupKey: LookupKey, botId: string, { limit, subject }: Attempt): Buffer {
  return lookupKey(JSON.stringify([botId, limit, subject]));
}

function itemOf(lookupKey: LookupKey, botId: string, attempt: Attempt): Buffer | null {
  const { limit, subject, item } = attempt;
  return item === null ? null : lookupKey(JSON.stringify([botId, limit, subject, item]));
}
