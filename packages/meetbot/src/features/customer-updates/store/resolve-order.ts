import { hintPushes } from "@meetbot/model/push/push-log.ts";
import { byteaArray } from "../../../platform/postgres/bytea-array.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { numberLookup } from "../../../platform/sealing/number-lookup.ts";
import { sealUnderMaster } from "../../../secrets/key-ring.ts";
import { forgotten, type KeptPush, openPush, pushContext } from "./accept-push.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** Longer than a query to a shop can take. */
const leaseS = 30;

/** How long until an unavailable shop is queried again, and for how many hours at most. */
const againAfterS = 60;
const maxHours = 24;

/** A push about a parcel whose order is not known yet: the customers to notify follow the order. */
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
      select bot_id, push_id from pushes where resolve_at <= now() and bot_id <> all($1::text[])
      order by resolve_at limit 1 for no key update skip locked
    )
    returning bot_id as "botId", push_id as "pushId", key_id as "keyId", sealed,
      news_until as "newsUntil"`,
};

type Row = Omit<UnresolvedPush, "said"> & { keyId: string; sealed: Buffer };

/**
 * Claims the unresolved push that has waited longest, except from bots that already have many in progress; `null` if
 * none waits.
 */
export async function claimUnresolved(
  { pool, keyRing }: PushStoreDeps,
  busyBots: readonly string[],
): Promise<UnresolvedPush | null> {
  const { rows } = await pool.query<Row>({ ...takeStatement, values: [busyBots] });
  const [row] = rows;
  if (!row) return null;
  const { botId, pushId, newsUntil } = row;
  return { botId, pushId, newsUntil, said: openPush(keyRing, row) };
}

/** A hint notifies no customer for whom another hint about the same parcel waits: that one triggers the same query. */
const resolveStatement = {
  name: "push-resolve",
  ...inTime,
  text: `
    with told as (
      insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at)
      select distinct on (conversation_id) $1, $2, conversation_id, subscription_id, $4
      from subscriptions as wanted
      where bot_id = $1 and lookup = any($3::bytea[]) and ended_at is null
        and (ends_at is null or ends_at > now())
        and ($8::text is null or not exists (
          select from notifications as other
          where other.bot_id = $1 and other.conversation_id = wanted.conversation_id
            and starts_with(other.push_id, $8)
            and (other.state in ('accepted', 'held') or other.due_at is not null)
        ))
      order by conversation_id, array_position($3::bytea[], lookup)
      on conflict do nothing returning push_id
    )
    update pushes set resolve_at = null, key_id = $5,
      sealed = case when recipients + (select count(*) from told) > 0 then $6::bytea else $7::bytea end,
      recipients = recipients + (select count(*) from told)
    where bot_id = $1 and push_id = $2 and resolve_at is not null`,
};

/** The order that a parcel belongs to, with the shop's own numbers for both. */
export interface ResolvedParcel {
  orderNumber: string;
  packageNumber: string;
}

/** Notifies the followers of a parcel's order too, or of the parcel itself, once its order is known. */
export async function resolveOrder(
  deps: PushStoreDeps,
  push: UnresolvedPush,
  { orderNumber, packageNumber }: ResolvedParcel,
): Promise<void> {
  const { botId, pushId, said, newsUntil } = push;
  const { pool, lookups } = deps;
  const sealed = sealAgain(deps, push, { ...said, orderNumber, packageNumber });
  const unsaid = sealAgain(deps, push, forgotten(said));
  const lookupKey = (await lookups.of(botId))("number");
  const numbers = [orderNumber, packageNumber].map((one) => numberLookup(lookupKey, one));
  const values = [botId, pushId, byteaArray(numbers), newsUntil];
  const rest = [sealed.keyId, sealed.sealed, unsaid.sealed, prefixOfHint(pushId)];
  await pool.query({ ...resolveStatement, values: [...values, ...rest] });
  await forgetHint(deps, push);
}

const sealAgain = ({ keyRing }: PushStoreDeps, { botId, pushId }: UnresolvedPush, said: KeptPush) =>
  sealUnderMaster(keyRing, JSON.stringify(said), pushContext(botId, pushId));

const giveUpStatement = {
  name: "push-unresolved",
  ...inTime,
  text: `
    with next as (
      select case
        when $3 and now() < least(news_until, accepted_at + interval '${maxHours} hours')
          then now() + interval '${againAfterS} seconds'
        end as at
      from pushes where bot_id = $1 and push_id = $2
    )
    update pushes set resolve_at = next.at,
      key_id = case when next.at is null and recipients = 0 then $4 else key_id end,
      sealed = case when next.at is null and recipients = 0 then $5::bytea else sealed end
    from next where bot_id = $1 and push_id = $2`,
};

/** Records that the shop does not know the parcel, or (`isAway`) does not answer and will be queried again. */
export async function leaveUnresolved(
  deps: PushStoreDeps,
  push: UnresolvedPush,
  { isAway }: { isAway: boolean },
): Promise<void> {
  const { botId, pushId, said } = push;
  const unsaid = sealAgain(deps, push, forgotten(said));
  const values = [botId, pushId, isAway, unsaid.keyId, unsaid.sealed];
  await deps.pool.query({ ...giveUpStatement, values });
  await forgetHint(deps, push);
}

const prefixOfHint = (pushId: string): string | null =>
  isHint(pushId) ? pushId.slice(0, pushId.lastIndexOf(".") + 1) : null;

const isHint = (pushId: string) => pushId.startsWith(hintPushes.idPrefix);

const forgetStatement = {
  name: "push-forget-hint",
  ...inTime,
  text: `
    delete from pushes as own
    where bot_id = $1 and push_id = $2 and resolve_at is null and not exists (
      select from notifications as told
      where told.bot_id = own.bot_id and told.push_id = own.push_id
        and (told.state not in ('skipped', 'expired') or told.due_at is not null)
    )`,
};

/** Deletes a hint that notified no customer, because a carrier may send any number of them. */
export async function forgetHint(
  { pool }: Pick<PushStoreDeps, "pool">,
  { botId, pushId }: Pick<UnresolvedPush, "botId" | "pushId">,
): Promise<void> {
  if (isHint(pushId)) await pool.query({ ...forgetStatement, values: [botId, pushId] });
}
