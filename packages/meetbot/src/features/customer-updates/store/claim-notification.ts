import type { NotificationState } from "@meetbot/model/push/notification.ts";
import type { SubscriptionScope } from "@meetbot/model/push/subscription.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { openJson } from "../../../platform/sealing/sealed-json.ts";
import { type KeptPush, openPush } from "./accept-push.ts";
import type { PushStoreDeps } from "./push-deps.ts";

/**
 * Longer than a query to a shop may take, with all its tries. After this time, another node claims a dead node's work.
 */
export const leaseS = 30;

/** A claimed notification with its data. */
export interface NotificationLease {
  botId: string;
  pushId: string;
  conversationId: string;
  fence: string;
  tries: number;
  state: NotificationState;
  said: KeptPush;
  occurredAt: Date;
  /** After this moment, the update is no longer news. */
  expiresAt: Date;
  isExpired: boolean;
  channel: string;
  /** When the customer did something last, in Unix milliseconds. */
  customerAtMs: number;
  /** Some node has the chat open, or had it a few seconds ago. */
  isOpen: boolean;
  /** Whether the channel's link sends nothing, or no longer exists. */
  isStopped: boolean;
  subscription: {
    id: string;
    scope: SubscriptionScope;
    /** The order's or the package's number, or the account. */
    subject: string;
    locale: string;
    zone: string | null;
    isEnded: boolean;
  };
}

const takeStatement = {
  name: "push-take",
  ...inTime,
  text: `
    with due as materialized (
      select bot_id, push_id, conversation_id from notifications
      where due_at <= now() and bot_id <> all($1::text[])
      order by due_at limit 1 for no key update skip locked
    ), taken as (
      update notifications as own
      set fence = fence + 1, due_at = now() + interval '${leaseS} seconds'
      from due where own.bot_id = due.bot_id and own.push_id = due.push_id
        and own.conversation_id = due.conversation_id
      returning own.*
    )
    select taken.bot_id as "botId", taken.push_id as "pushId",
      taken.conversation_id as "conversationId", taken.fence,
      taken.tries, taken.state, taken.expires_at as "expiresAt", taken.expires_at <= now() as "isExpired",
      pushes.key_id as "pushKeyId", pushes.sealed as "pushSealed", pushes.occurred_at as "occurredAt",
      own.channel, (extract(epoch from active_at) * 1000)::double precision as "customerAtMs",
      coalesce(open_at > now() - interval '10 seconds', false) as "isOpen",
      link.bot_id is null or link.stopped_for is not null as "isStopped", taken.subscription_id as id, scope, wanted.sealed as "subjectSealed", wanted.locale, zone,
      wanted.bot_id is null or wanted.ended_at is not null
        or coalesce(wanted.ends_at <= now(), false) as "isEnded",
      own.key_id as "keyId", own.sealed_key as "sealedKey"
    from taken join pushes using (bot_id, push_id)
    join conversations as own using (bot_id, conversation_id)
    left join subscriptions as wanted using (bot_id, subscription_id, conversation_id)
    left join channel_links as link on link.bot_id = own.bot_id and link.channel = own.channel`,
};

interface TakenRow extends Omit<NotificationLease, "said" | "subscription"> {
  pushKeyId: string;
  pushSealed: Buffer;
  id: string;
  scope: SubscriptionScope;
  subjectSealed: Buffer;
  locale: string;
  zone: string | null;
  isEnded: boolean;
  keyId: string;
  sealedKey: Buffer;
}

/** Claims the notification that has been due longest; `null` when none is due. */
export async function claimNotification(
  { pool, keys, keyRing }: PushStoreDeps,
  busyBots: readonly string[],
): Promise<NotificationLease | null> {
  const { rows } = await pool.query<TakenRow>({ ...takeStatement, values: [busyBots] });
  const [row] = rows;
  if (!row) return null;
  const { pushKeyId, pushSealed, subjectSealed, keyId, sealedKey, ...rest } = row;
  const { id, scope, locale, zone, isEnded, ...lease } = rest;
  const key = keys.from(row, { keyId, sealedKey });
  const subject = subjectSealed ? openJson<string>(key, row, "subscription", subjectSealed) : "";
  return {
    ...lease,
    said: openPush(keyRing, { ...lease, keyId: pushKeyId, sealed: pushSealed }),
    subscription: { id, scope, subject, locale, zone, isEnded },
  };
}
