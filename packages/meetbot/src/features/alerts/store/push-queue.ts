import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";
import { type KeyRing, openUnderMaster } from "../../../secrets/key-ring.ts";
import { isUnanswered, isUp } from "../../../store/desk/list-inbox.ts";
import { mayAnswer } from "../../../store/desk/may-answer.ts";
import { stays } from "../../../store/desk/watchers.ts";
import { maxSessionS } from "../../../store/operators/sessions.ts";
import type { AlertRecord } from "./alert-queue.ts";
import { deviceContext } from "./push-devices.ts";

/** Longer than an attempt may take; a dead node's web pushes are sent after this time. */
const pushLeaseMs = 15_000;

/** After this long, Meetbot pushes the event no longer; the operator finds it in the inbox. */
export const newsForS = 3_600;

/** News of a conversation that are to be pushed to a device now. */
export interface PushLease {
  botId: string;
  deviceId: string;
  conversationId: string;
  fence: string;
  type: DeskEventType;
  at: Date;
  /** Tries before this one. */
  tries: number;
  locale: AlertLocale;
  subscription: PushSubscriptionKeys;
  /**
   * Whether the push is still news: its operator is signed in there, may answer this bot's customers, wants the event,
   * does not look at it already, and the event still holds.
   */
  isNews: boolean;
}

const isWanted = `
  case push.type
    when 'conversation.waiting' then it.holder = 'waiting' and (scope = 'all' or own.assigned_to = o.id)
    when 'message.created' then (it.held_by = o.id or own.assigned_to = o.id) and ${isUnanswered}
    else true
  end`;

const takeStatement = {
  name: "web-push-take",
  ...inTime,
  text: `
    with due as materialized (
      select bot_id, device_id, conversation_id
      from web_pushes as one join web_push_devices using (device_id)
      where send_at <= now() and next_at <= now()
      order by send_at limit 1 for no key update of one skip locked
    ), push as (
      update web_pushes as one set fence = fence + 1, send_at = now() + $1 * interval '1 ms'
      from due where one.bot_id = due.bot_id and one.device_id = due.device_id
        and one.conversation_id = due.conversation_id
      returning one.*
    )
    select push.bot_id as "botId", device_id as "deviceId", push.conversation_id as "conversationId",
      push.fence, push.type, push.at, push.tries, device.locale, device.key_id as "keyId", device.sealed,
      coalesce(
        push.at > now() - ${newsForS} * interval '1 second'
        and least(session.expires_at, session.ends_at) > now()
        and session.created_at > now() - ${maxSessionS} * interval '1 second'
        and ${mayAnswer} and ${isUp} and ${isWanted}
        and not exists (
          select from conversation_presence as seen
          where seen.bot_id = push.bot_id and seen.conversation_id = push.conversation_id
            and seen.operator_id = o.id and seen.seen_at > now() - ${stays}
        ), false) as "isNews"
    from push join web_push_devices as device using (device_id)
      join operators as o on o.id = device.operator_id
      join operator_sessions as session on session.id = device.session_id
      left join bot_members as m on m.bot_id = push.bot_id and m.operator_id = o.id
      left join conversations as it
        on it.bot_id = push.bot_id and it.conversation_id = push.conversation_id
      left join inbox_conversations as own
        on own.bot_id = push.bot_id and own.conversation_id = push.conversation_id`,
};

type TakenRow = Omit<PushLease, "subscription"> & { keyId: string; sealed: Buffer };

/** Creates the queue of web pushes: made from events like alerts, claimed under a lease, retried until delivered. */
export function createPushQueue({ pool, db, keyRing }: PushQueueDeps) {
  return {
    /** The push that waits the longest. */
    async take(leaseMs = pushLeaseMs): Promise<PushLease | null> {
      const { rows } = await pool.query<TakenRow>({ ...takeStatement, values: [leaseMs] });
      const [row] = rows;
      if (!row) return null;
      const { keyId, sealed, ...lease } = row;
      const opened = openUnderMaster(keyRing, { keyId, sealed }, deviceContext(row.deviceId));
      return { ...lease, subscription: JSON.parse(opened.toString()) };
    },
    /** Records the outcome of a try. A push that a later event replaced meanwhile is sent again. */
    async record(lease: PushLease, how: AlertRecord | { kind: "no_news" }): Promise<void> {
      const { deviceId } = lease;
      switch (how.kind) {
        case "gone":
          await db.deleteFrom("webPushDevices").where("deviceId", "=", deviceId).execute();
          return;
        case "rest":
          await changeDevice(db, deviceId, { nextAt: inMs(how.restMs) });
          await changePush(db, lease, { sendAt: inMs(how.restMs) });
          return;
        case "again":
          await changePush(db, lease, { tries: lease.tries + 1, sendAt: inMs(how.afterMs) });
          return;
        case "sent":
          await changeDevice(db, deviceId, { lastSentAt: sql<Date>`now()` });
      }
      await db.deleteFrom("webPushes").where(ofLease(lease)).execute();
    },
  };
}

export type PushQueue = ReturnType<typeof createPushQueue>;

interface PushQueueDeps {
  pool: Pool;
  db: Kysely<Tables>;
  keyRing: KeyRing;
}

const inMs = (ms: number) => sql<Date>`now() + ${ms}::float8 * interval '1 ms'`;

function ofLease({ botId, deviceId, conversationId, fence }: PushLease) {
  return sql<boolean>`bot_id = ${botId} and device_id = ${deviceId}
    and conversation_id = ${conversationId} and fence = ${fence}`;
}

async function changePush(
  db: Kysely<Tables>,
  lease: PushLease,
  changes: { sendAt: ReturnType<typeof inMs>; tries?: number },
): Promise<void> {
  await db.updateTable("webPushes").set(changes).where(ofLease(lease)).execute();
}

async function changeDevice(
  db: Kysely<Tables>,
  deviceId: string,
  changes: { nextAt?: ReturnType<typeof inMs>; lastSentAt?: ReturnType<typeof inMs> },
): Promise<void> {
  await db.updateTable("webPushDevices").set(changes).where("deviceId", "=", deviceId).execute();
}
