import type { AlertSecrets, AlertStop } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind, AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";
import { type KeyRing, openUnderMaster } from "../../../secrets/key-ring.ts";
import { destinationContext } from "./alert-destinations.ts";
import { expireWaiting } from "./expire-waiting.ts";
import { firstSendAt, gatherDue, type QueuedEvent, skipSeenStatement } from "./mail-digest.ts";
import { spreadPushes } from "./spread-pushes.ts";
import { gathersWaiting, gatherWaiting, waitForOthers } from "./waiting-digest.ts";

/** Longer than an attempt may take; a dead node's alerts are sent after this time. */
const alertLeaseMs = 15_000;

/** How many events are distributed to destinations at once. */
const spreadAtOnce = 500;

/** After this many failures, a destination that answers again gets all its waiting alerts at once. */
const failuresOfOutage = 3;

/** Retries of a failing destination become rarer, up to this interval. */
const maxRestS = 60;

/** After this long without success, Meetbot stops sending to a destination. */
const failingHours = 24;

/** An alert to send now, with its destination. */
export interface AlertLease extends QueuedEvent {
  botId: string;
  destinationId: string;
  fence: string;
  kind: AlertKind;
  locale: AlertLocale;
  withText: boolean;
  secrets: AlertSecrets;
  /** Tries before this one. */
  tries: number;
  /** The events sent along, in order: in a mail all that are due, elsewhere the other waiting conversations. */
  gathered: QueuedEvent[];
}

/** What to do after an attempt; `restMs` is how long nothing else is sent to the destination. */
export type AlertRecord =
  | { kind: "sent"; httpStatus: number | null; restMs: number }
  | { kind: "again"; httpStatus: number | null; problem: string; afterMs: number }
  | { kind: "given_up"; httpStatus: number | null; problem: string }
  /** It was too much: that is no failure. */
  | { kind: "rest"; httpStatus: number | null; problem: string; restMs: number }
  | { kind: "gone"; httpStatus: number | null; problem: string };

/**
 * Queues every event once for each destination and device that wants it, in the transaction that marks the event as
 * spread. A destination that wants `conversation.waiting` also gets the event that nobody came.
 */
const spreadStatement = {
  name: "alerts-spread",
  ...inTime,
  text: `
    with taken as materialized (
      select bot_id, event_id, conversation_id, type, facts, at from desk_events
      where not is_spread order by event_id limit ${spreadAtOnce} for no key update skip locked
    ), made as (
      insert into alert_deliveries
        (bot_id, destination_id, event_id, conversation_id, type, facts, at, send_at)
      select taken.bot_id, destination_id, event_id, conversation_id, type, facts, at, ${firstSendAt} + ${waitForOthers}
      from taken join alert_destinations as wanted
        on wanted.bot_id = taken.bot_id and (
          taken.type = any(wanted.events)
          or taken.type = 'conversation.returned' and taken.facts ->> 'reason' = 'nobody'
            and 'conversation.waiting' = any(wanted.events)
        )
      where is_on and stopped_at is null and taken.at >= created_at
      on conflict do nothing
    ), pushed as (
      ${spreadPushes}
    )
    update desk_events set is_spread = true from taken
    where desk_events.bot_id = taken.bot_id and desk_events.event_id = taken.event_id`,
};

/**
 * Takes one delivery at a time per destination, and those of a conversation in order: a later one waits until the one
 * before it is sent or given up.
 */
const takeStatement = {
  name: "alerts-take",
  ...inTime,
  text: `
    with due as materialized (
      select own.bot_id, own.destination_id, next.event_id
      from alert_destinations as own cross join lateral (
        select event_id, send_at from alert_deliveries as one
        where one.bot_id = own.bot_id and one.destination_id = own.destination_id
          and send_at <= now() and not exists (
            select from alert_deliveries as before
            where before.bot_id = one.bot_id and before.destination_id = one.destination_id
              and before.conversation_id = one.conversation_id
              and before.event_id < one.event_id and before.send_at is not null
          )
        order by event_id limit 1
      ) as next
      where own.is_on and own.stopped_at is null and own.next_at <= now()
        and (own.leased_until is null or own.leased_until <= now())
      order by next.send_at limit 1
      for no key update of own skip locked
    ), leased as (
      update alert_destinations as own
      set fence = fence + 1, leased_until = now() + $1 * interval '1 ms'
      from due where own.bot_id = due.bot_id and own.destination_id = due.destination_id
      returning own.*, due.event_id
    )
    select bot_id as "botId", destination_id as "destinationId", event_id as "eventId", fence,
      kind, locale, with_text as "withText", key_id as "keyId", sealed, conversation_id as "conversationId",
      type, facts, at, tries
    from leased join alert_deliveries using (bot_id, destination_id, event_id)`,
};

type TakenRow = Omit<AlertLease, "secrets" | "gathered"> & { keyId: string; sealed: Buffer };

/** Creates the queue of alerts: made from events, claimed under a lease, retried until delivered. */
export function createAlertQueue({ pool, db, keyRing }: QueueDeps) {
  return {
    /** Makes deliveries of the events that are new. */
    spread: async (): Promise<void> => {
      await pool.query(spreadStatement);
    },
    /** Skips what no longer needs a mail. */
    skipSeen: async (): Promise<void> => {
      await pool.query(skipSeenStatement);
    },
    /** Claims the alert that has waited longest, from a destination to which no node is currently sending. */
    async take(leaseMs = alertLeaseMs): Promise<AlertLease | null> {
      const { rows } = await pool.query<TakenRow>({ ...takeStatement, values: [leaseMs] });
      const [row] = rows;
      if (!row) return null;
      const { keyId, sealed, ...lease } = row;
      const context = destinationContext(row.botId, row.destinationId);
      const secrets = openUnderMaster(keyRing, { keyId, sealed }, context).toString();
      const { botId, destinationId: id, eventId: besides } = lease;
      const own = { botId, id, besides };
      const gathered = gathersWaiting(lease.kind, lease.type)
        ? await gatherWaiting(db, own)
        : lease.kind === "email"
          ? await gatherDue(db, own)
          : [];
      return { ...lease, secrets: JSON.parse(secrets), gathered };
    },
    /** Stores the outcome of an attempt. `null` if another node now holds the lease. */
    record: (lease: AlertLease, how: AlertRecord): Promise<{ stopped: AlertStop | null } | null> =>
      db.transaction().execute(async (transaction) => {
        const failures = await holdLease(transaction, lease);
        return failures === null ? null : recordUnder(transaction, lease, how, failures);
      }),
  };
}

/** The queue of alerts, as used by a dispatcher. */
export type AlertQueue = ReturnType<typeof createAlertQueue>;

interface QueueDeps {
  pool: Pool;
  db: Kysely<Tables>;
  keyRing: KeyRing;
}

/** Returns how many deliveries in a row failed at the destination; `null` when the lease was lost. */
async function holdLease(
  db: Transaction<Tables>,
  { botId, destinationId, fence }: AlertLease,
): Promise<number | null> {
  const held = await db
    .selectFrom("alertDestinations")
    .select("failures")
    .where("botId", "=", botId)
    .where("destinationId", "=", destinationId)
    .where("fence", "=", fence)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return held?.failures ?? null;
}

async function recordUnder(
  db: Transaction<Tables>,
  lease: AlertLease,
  how: AlertRecord,
  failures: number,
): Promise<{ stopped: AlertStop | null }> {
  const { botId, destinationId } = lease;
  await deliveriesOf(db, lease).set(deliveryColumns(how)).execute();
  if (how.kind === "sent" && failures >= failuresOfOutage) {
    await db
      .updateTable("alertDeliveries")
      .set({ sendAt: sql<Date>`now()` })
      .where("botId", "=", botId)
      .where("destinationId", "=", destinationId)
      .where("sendAt", ">", sql<Date>`now()`)
      .execute();
  }
  const { stoppedFor } = await db
    .updateTable("alertDestinations")
    .set({ leasedUntil: null, ...destinationColumns(how) })
    .where("botId", "=", botId)
    .where("destinationId", "=", destinationId)
    .returning("stoppedFor")
    .executeTakeFirstOrThrow();
  if (stoppedFor) await expireWaiting(db, botId, destinationId);
  return { stopped: stoppedFor };
}

function deliveriesOf(db: Transaction<Tables>, lease: AlertLease) {
  const { botId, destinationId, eventId, gathered } = lease;
  return db
    .updateTable("alertDeliveries")
    .where("botId", "=", botId)
    .where("destinationId", "=", destinationId)
    .where("eventId", "in", [eventId, ...gathered.map((one) => one.eventId)]);
}

const inMs = (ms: number) => sql<Date>`now() + ${ms}::float8 * interval '1 ms'`;

function deliveryColumns(how: AlertRecord) {
  const { httpStatus } = how;
  const tried = { httpStatus, tries: sql<number>`tries + 1` };
  const ended = { sendAt: null, endedAt: sql<Date>`now()` };
  switch (how.kind) {
    case "sent":
      return { ...tried, ...ended, status: "sent" as const, problem: null };
    case "given_up":
      return { ...tried, ...ended, status: "given_up" as const, problem: how.problem };
    case "again":
      return { ...tried, problem: how.problem, sendAt: inMs(how.afterMs) };
    case "gone":
      return { ...tried, problem: how.problem };
    case "rest":
      return { httpStatus, problem: how.problem };
  }
}

function destinationColumns(how: AlertRecord) {
  switch (how.kind) {
    case "sent": {
      const well = { failures: 0, failingSince: null, lastSentAt: sql<Date>`now()` };
      return { ...well, nextAt: inMs(how.restMs) };
    }
    case "rest":
      return { nextAt: inMs(how.restMs) };
    case "gone":
      return { stoppedAt: sql<Date>`now()`, stoppedFor: "gone" as const };
    case "given_up":
    case "again": {
      const isLong = sql`failing_since <= now() - ${failingHours} * interval '1 hour'`;
      return {
        failures: sql<number>`failures + 1`,
        failingSince: sql<Date>`coalesce(failing_since, now())`,
        nextAt: sql<Date>`now() + least(${maxRestS}, 2 ^ least(failures, 10)) * interval '1 second'`,
        stoppedAt: sql<Date>`case when ${isLong} then now() end`,
        stoppedFor: sql<AlertStop>`case when ${isLong} then 'failing' end`,
      };
    }
  }
}
