import { sealUnderMaster } from "../../secrets/key-ring.ts";
import { inTime } from "../postgres/statement-time.ts";
import { numberLookup } from "../sealing/number-lookup.ts";
import { type KeptPush, openPush, pushContext } from "./accept-push.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** Longer than asking a shop may take. */
const leaseS = 30;

/** A shop that does not answer is asked again after so long, for as long as it may be news. */
const againAfterS = 60;
const longestHours = 24;

/** A push of a parcel whose order is not known yet: its followers follow the order. */
export interface UnresolvedPush {
  botId: string;
  pushId: string;
  said: KeptPush;
  newsUntil: Date;
}

const takeStatement = {
  name: "push-take-unresolved",
  ...inTime,
  text: `
    update pushes set resolve_at = now() + interval '${leaseS} seconds'
    where (bot_id, push_id) in (
      select bot_id, push_id from pushes where resolve_at <= now()
      order by resolve_at limit 1 for no key update skip locked
    )
    returning bot_id as "botId", push_id as "pushId", key_id as "keyId", sealed,
      news_until as "newsUntil"`,
};

type Row = Omit<UnresolvedPush, "said"> & { keyId: string; sealed: Buffer };

/** The one that waits the longest; `null`: none does. */
export async function takeUnresolved({
  pool,
  keyRing,
}: PushStoreDeps): Promise<UnresolvedPush | null> {
  const { rows } = await pool.query<Row>(takeStatement);
  const [row] = rows;
  if (!row) return null;
  const { botId, pushId, newsUntil } = row;
  return { botId, pushId, newsUntil, said: openPush(keyRing, row) };
}

const resolveStatement = {
  name: "push-resolve",
  ...inTime,
  text: `
    with told as (
      insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at)
      select distinct on (conversation_id) $1, $2, conversation_id, subscription_id, $4
      from subscriptions
      where bot_id = $1 and lookup = $3 and ended_at is null and (ends_at is null or ends_at > now())
      order by conversation_id
      on conflict do nothing returning push_id
    )
    update pushes set resolve_at = null, key_id = $5, sealed = $6,
      recipients = recipients + (select count(*) from told)
    where bot_id = $1 and push_id = $2 and resolve_at is not null`,
};

/** Its order is known now: whoever follows that is told too. */
export async function resolveOrder(
  { pool, keyRing, lookupKeys }: PushStoreDeps,
  { botId, pushId, said, newsUntil }: UnresolvedPush,
  orderNumber: string,
): Promise<void> {
  const resolved = JSON.stringify({ ...said, orderNumber });
  const sealed = sealUnderMaster(keyRing, resolved, pushContext(botId, pushId));
  const lookup = numberLookup(lookupKeys.number, orderNumber);
  const values = [botId, pushId, lookup, newsUntil, sealed.keyId, sealed.sealed];
  await pool.query({ ...resolveStatement, values });
}

const giveUpStatement = {
  name: "push-unresolved",
  ...inTime,
  text: `
    update pushes set resolve_at = case
      when $3 and now() < least(news_until, accepted_at + interval '${longestHours} hours')
        then now() + interval '${againAfterS} seconds'
      end
    where bot_id = $1 and push_id = $2`,
};

/** The shop knows no such parcel, or (`isAway`) does not answer, and is asked again. */
export async function leaveUnresolved(
  { pool }: Pick<PushStoreDeps, "pool">,
  { botId, pushId }: UnresolvedPush,
  { isAway }: { isAway: boolean },
): Promise<void> {
  await pool.query({ ...giveUpStatement, values: [botId, pushId, isAway] });
}
