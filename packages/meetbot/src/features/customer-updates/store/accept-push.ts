import type { PushMethod } from "@meetbot/model/push/notification.ts";
import { type HintedStatus, hintPushes } from "@meetbot/model/push/push-log.ts";
import { byteaArray } from "../../../platform/postgres/bytea-array.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { accountLookup } from "../../../platform/sealing/account-lookup.ts";
import { numberLookup } from "../../../platform/sealing/number-lookup.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../../secrets/key-ring.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/** The most notifications of a bot that may wait to be sent; further ones must come again later. */
export const maxWaiting = 2_000;

/** The stored content of a push; sealed, because it names orders and accounts. */
export interface KeptPush {
  method: PushMethod;
  orderNumber: string | null;
  packageNumber: string | null;
  account: string | null;
  /** The shop's own word. */
  status: string | null;
  /** The shop's order or package at the time of the push, for shops whose webhook may be slow. */
  snapshot: object | null;
  /**
   * The carrier's status. No customer sees it; it only serves to check whether the shop has got as far. Absent if the
   * push is no carrier's hint.
   */
  hinted?: HintedStatus;
  /** The request that delivered the push, as a `traceparent`. */
  trace?: string;
}

/** A push to store. */
export interface PushToKeep {
  id: string;
  said: KeptPush;
  /** SHA-256 of the signed content, without the parts that change with each try. */
  bodyHash: Buffer;
  occurredAt: Date;
  /** After this moment, no customer is notified. */
  newsUntil: Date;
  expiresAt: Date | null;
  /** Whether the event is so old that it is only recorded. */
  isOld: boolean;
  /** Only this conversation is notified, even if others are subscribed. */
  onlyConversation?: string | undefined;
}

/** `other_body`: an earlier push with the same id had a different body. */
export type Acceptance =
  | { outcome: "accepted" | "repeated"; recipients: number }
  | { outcome: "other_body" }
  | { outcome: "full" };

/** Returns a push without its content: a push that notifies nobody is stored with its id and its hash alone. */
export const forgotten = ({ method }: Pick<KeptPush, "method">): KeptPush => ({
  ...{
    method,
    orderNumber: null,
    packageNumber: null,
    account: null,
    status: null,
    snapshot: null,
  },
});

/** In SQL: a carrier's hint. It is none of the shop's pushes, and no shop's id has a dot. */
export const isHintText = `push_id like '${hintPushes.idPrefix}%'`;

export const pushContext = (botId: string, pushId: string) => sealContext(botId, "push", pushId);

/**
 * One statement: a push and its notifications are stored together or not at all. A customer who is subscribed both to
 * the order and to the account is notified once.
 */
const acceptStatement = {
  name: "push-accept",
  ...inTime,
  text: `
    with known as (
      select body_hash, recipients from pushes where bot_id = $1 and push_id = $2
    ), waiting as (
      select count(*) as count from (
        select from notifications
        where bot_id = $1 and due_at is not null and state = 'accepted'
        union all
        select from pushes where bot_id = $1 and resolve_at is not null and not ${isHintText}
        limit ${maxWaiting}
      ) as counted
    ), wanted as materialized (
      select distinct on (conversation_id) conversation_id, subscription_id
      from subscriptions
      where bot_id = $1 and lookup = any($9::bytea[]) and ended_at is null
        and (ends_at is null or ends_at > now())
        and ($13::text is null or conversation_id = $13)
        and not exists (select from known) and (select count from waiting) < ${maxWaiting}
      order by conversation_id, array_position($9::bytea[], lookup)
    ), made as (
      insert into pushes (bot_id, push_id, method, body_hash, key_id, sealed, occurred_at, expires_at,
        recipients, news_until, resolve_at)
      select $1, $2, $3, $4, $5, case when is_needed then $6::bytea else $14::bytea end, $7, $8, recipients, $10,
        case when is_searched then now() end
      from (
        select recipients, is_searched, recipients > 0 and not $11 or is_searched as is_needed
        from (
          select (select count(*) from wanted) as recipients, $12 and exists (
            select from subscriptions where bot_id = $1 and ended_at is null
          ) as is_searched
        ) as counted
      ) as told
      where not exists (select from known) and (select count from waiting) < ${maxWaiting}
      on conflict do nothing returning recipients
    ), told as (
      insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at,
        state, because, due_at)
      select $1, $2, conversation_id, subscription_id, $10,
        case when $11 then 'skipped' else 'accepted' end, case when $11 then 'stale' end,
        case when not $11 then now() end
      from wanted where exists (select from made)
    )
    select (select body_hash from known) as hash, (select recipients from known) as "knownRecipients",
      (select recipients from made) as recipients, (select count from waiting) >= ${maxWaiting} as "isFull"`,
};

interface AcceptedRow {
  hash: Buffer | null;
  knownRecipients: number | null;
  recipients: number | null;
  isFull: boolean;
}

/** Stores a push once, with a notification for each subscribed conversation. */
export async function acceptPush(
  { pool, keyRing, lookups: roots }: PushStoreDeps,
  botId: string,
  push: PushToKeep,
): Promise<Acceptance> {
  const { id, said, bodyHash, occurredAt, expiresAt, newsUntil, isOld, onlyConversation } = push;
  const context = pushContext(botId, id);
  const sealed = sealUnderMaster(keyRing, JSON.stringify(said), context);
  const unsaid = sealUnderMaster(keyRing, JSON.stringify(forgotten(said)), context);
  const numbers = [said.orderNumber, said.packageNumber].filter((one) => one !== null);
  const keyFor = await roots.of(botId);
  const lookups = [
    ...numbers.map((number) => numberLookup(keyFor("number"), number)),
    ...(said.account === null ? [] : [accountLookup(keyFor("account"), said.account)]),
  ];
  const values = [
    ...[botId, id, said.method, bodyHash, sealed.keyId, sealed.sealed, occurredAt, expiresAt],
    ...[
      byteaArray(lookups),
      newsUntil,
      isOld,
      !isOld && !onlyConversation && needsOrder(said),
      onlyConversation ?? null,
      unsaid.sealed,
    ],
  ];
  for (;;) {
    const { rows } = await pool.query<AcceptedRow>({ ...acceptStatement, values });
    const row = rows[0]!;
    if (row.hash) {
      return row.hash.equals(bodyHash)
        ? { outcome: "repeated", recipients: row.knownRecipients ?? 0 }
        : { outcome: "other_body" };
    }
    if (row.recipients !== null) return { outcome: "accepted", recipients: row.recipients };
    if (row.isFull) return { outcome: "full" };
    // Another push with the same id was stored first at the same moment; now it can be found.
  }
}

/** Whether a push lacks its order's number, which finds the followers of a parcel's order. */
const needsOrder = ({ orderNumber, packageNumber }: KeptPush): boolean =>
  orderNumber === null && packageNumber !== null;

/** Opens the stored content of a push. */
export function openPush(
  keyRing: KeyRing,
  {
    botId,
    pushId,
    keyId,
    sealed,
  }: { botId: string; pushId: string; keyId: string; sealed: Buffer },
): KeptPush {
  return JSON.parse(
    openUnderMaster(keyRing, { keyId, sealed }, pushContext(botId, pushId)).toString(),
  );
}
