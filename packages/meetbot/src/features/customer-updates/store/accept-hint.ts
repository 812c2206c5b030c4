import { createHash } from "node:crypto";
import { type HintedStatus, hintPushes } from "@meetbot/model/push/push-log.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { sealUnderMaster } from "../../../secrets/key-ring.ts";
import { withTrace } from "../../../tracing/tracer.ts";
import { isHintText, type KeptPush, pushContext } from "./accept-push.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** A report that a parcel may have moved, stored until the shop has been asked for its order. */
export interface HintToKeep {
  /** As the carrier writes it. */
  trackingNumber: string;
  status: HintedStatus | null;
  occurredAt: Date;
  /** After this moment, no customer is notified. */
  newsUntil: Date;
}

/**
 * `unfollowed`: no customer of the bot gets updates, and nothing is stored. `full`: the limit of waiting hints is
 * reached, and the hint must come again.
 */
export type HintAcceptance = "accepted" | "repeated" | "unfollowed" | "full";

/**
 * Hints that no customer follows are deleted once the shop was queried, so a carrier can fill the table only with
 * waiting hints.
 */
const acceptStatement = {
  name: "push-accept-hint",
  ...inTime,
  text: `
    with known as (
      select from pushes where bot_id = $1 and push_id = $2
    ), followed as (
      select from subscriptions where bot_id = $1 and ended_at is null limit 1
    ), waiting as (
      select count(*) as count from (
        select from pushes where bot_id = $1 and resolve_at is not null and ${isHintText}
        limit ${hintPushes.maxWaiting}
      ) as counted
    ), made as (
      insert into pushes (bot_id, push_id, method, body_hash, key_id, sealed, occurred_at, news_until,
        resolve_at)
      select $1, $2, $3, $4, $5, $6, $7, $8, now()
      where exists (select from followed) and not exists (select from known)
        and (select count from waiting) < ${hintPushes.maxWaiting}
      on conflict do nothing returning push_id
    )
    select case
      when exists (select from made) then 'accepted'
      when not exists (select from followed) then 'unfollowed'
      when not exists (select from known) and (select count from waiting) >= ${hintPushes.maxWaiting}
        then 'full'
      else 'repeated'
    end as outcome`,
};

/** Stores a hint once, as a push about a parcel whose order is not known yet. */
export async function acceptHint(
  { pool, keyRing }: Pick<PushStoreDeps, "pool" | "keyRing">,
  botId: string,
  { trackingNumber, status, occurredAt, newsUntil }: HintToKeep,
): Promise<HintAcceptance> {
  const said = withTrace<KeptPush>({
    ...{ method: "package.changed", orderNumber: null, packageNumber: trackingNumber },
    ...{ account: null, status: null, snapshot: null, ...(status && { hinted: status }) },
  });
  const bodyHash = hashOf(botId, trackingNumber, status ?? "", occurredAt.toISOString());
  const id = `${hintPrefixOf(botId, trackingNumber)}${nameOf(bodyHash)}`;
  const { keyId, sealed } = sealUnderMaster(keyRing, JSON.stringify(said), pushContext(botId, id));
  const values = [botId, id, said.method, bodyHash, keyId, sealed, occurredAt, newsUntil];
  const { rows } = await pool.query<{ outcome: HintAcceptance }>({ ...acceptStatement, values });
  return rows[0]!.outcome;
}

/** How the ids of all hints of one parcel begin. */
export const hintPrefixOf = (botId: string, trackingNumber: string): string =>
  `${hintPushes.idPrefix}${nameOf(hashOf(botId, trackingNumber))}.`;

const hashOf = (...parts: string[]) => createHash("sha256").update(JSON.stringify(parts)).digest();
const nameOf = (hash: Buffer) => hash.toString("hex").slice(0, 24);
