import type { BridgeStop } from "@meetbot/model/bridge/bridge.ts";
import type { Kysely } from "kysely";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";
import { type KeyRing, openUnderMaster } from "../../../secrets/key-ring.ts";
import type { BridgeLease } from "./bridge-lease.ts";
import { bridgeContext } from "./bridges.ts";
import { toldBefore } from "./hand-over-waiting.ts";
import { advance, type BridgeRecord, endUnder, type Progress } from "./record-telling.ts";

/** Longer than one call takes, from connecting to its response; each completed call extends the lease by this time. */
const bridgeLeaseMs = 45_000;

/** How many events are passed on at once. */
const spreadAtOnce = 500;

/**
 * Hands a conversation over, with the last messages before, when a person is called or somebody in the desk writes of
 * their own accord. Whatever else happens is sent only where the conversation is handed over already.
 */
const spreadStatement = {
  name: "bridges-spread",
  ...inTime,
  text: `
    with taken as materialized (
      select bot_id, event_id, conversation_id, type from desk_events
      where not is_bridged order by event_id limit ${spreadAtOnce} for no key update skip locked
    ), stirred as (
      select bot_id, conversation_id, bool_or(type = 'conversation.waiting') as is_call
      from taken join bridges using (bot_id)
      where is_on and (type = 'message.created' or type like 'conversation.%')
      group by 1, 2
    ), known as (
      update bridge_conversations as own
      set due_at = coalesce(own.due_at, now()), stirs = own.stirs + 1, is_open = true,
        told_seq = case when own.is_open then own.told_seq
          else greatest(own.told_seq, last_seq - ${toldBefore}) end
      from stirred join conversations using (bot_id, conversation_id)
      where own.bot_id = stirred.bot_id and own.conversation_id = stirred.conversation_id
        and (own.is_open or is_call or held_by = 'desk')
    ), opened as (
      insert into bridge_conversations (bot_id, conversation_id, told_seq, due_at)
      select bot_id, conversation_id, greatest(0, last_seq - ${toldBefore}), now()
      from stirred join conversations using (bot_id, conversation_id) where is_call
      on conflict do nothing
    )
    update desk_events set is_bridged = true from taken
    where desk_events.bot_id = taken.bot_id and desk_events.event_id = taken.event_id`,
};

/**
 * In SQL: who answers, as a desk receives it. Where nobody came, the shop owes an answer, and the conversation is not
 * closed.
 */
const holds = `
  case when it.holder = 'person' then case when it.held_by = 'desk' then 'desk' else 'person' end
    when it.holder = 'waiting' then 'waiting'
    when coalesce(inbox.status, 'closed') = 'closed' then 'closed' else 'bot' end`;

/**
 * Claims the entry that has been due longest. While a desk fails, it is called less and less often, however much is
 * due, and by one caller at a time, so that other bots' desks do not wait for it.
 */
const takeStatement = {
  name: "bridges-take",
  ...inTime,
  text: `
    with due as materialized (
      select own.bot_id, own.conversation_id
      from bridge_conversations as own join bridges using (bot_id)
      where is_on and stopped_at is null and next_at <= now() and own.due_at <= now()
        and (own.leased_until is null or own.leased_until <= now())
        and (own.rests_until is null or own.rests_until <= now())
        and (failures = 0 or not exists (
          select from bridge_conversations as busy
          where busy.bot_id = own.bot_id and busy.leased_until > now()
        ))
      order by own.due_at limit 1
      for no key update of own skip locked
    ), leased as (
      update bridge_conversations as own
      set fence = fence + 1, leased_until = now() + $1 * interval '1 ms'
      from due where own.bot_id = due.bot_id and own.conversation_id = due.conversation_id
      returning own.*
    )
    select leased.bot_id as "botId", leased.conversation_id as "conversationId", leased.fence, stirs,
      kind, bridges.locale, with_numbers as "withNumbers", bridges.key_id as "keyId", sealed, place,
      is_introduced as "isIntroduced", told_seq as "toldSeq", told_holder as "toldHolder",
      owes_note as "owesNote", leased.tries, ${holds} as holds, held_by as "heldBy"
    from leased join bridges using (bot_id)
      join conversations as it using (bot_id, conversation_id)
      left join inbox_conversations as inbox using (bot_id, conversation_id)`,
};

type TakenRow = Omit<BridgeLease, "secrets"> & { keyId: string; sealed: Buffer };

/**
 * Creates the queue of conversations to send to desks: made of events, claimed under a lease, until the desk has all.
 */
export function createBridgeQueue({ pool, db, keyRing }: QueueDeps) {
  return {
    /** Queues new events for the desks. */
    spread: async (): Promise<void> => {
      await pool.query(spreadStatement);
    },
    /** Claims the conversation that is due the longest and that nobody sends at the moment. */
    async take(leaseMs = bridgeLeaseMs): Promise<BridgeLease | null> {
      const { rows } = await pool.query<TakenRow>({ ...takeStatement, values: [leaseMs] });
      const [row] = rows;
      if (!row) return null;
      const { keyId, sealed, ...lease } = row;
      const secrets = openUnderMaster(keyRing, { keyId, sealed }, bridgeContext(row.botId));
      return { ...lease, secrets: JSON.parse(secrets.toString()) };
    },
    /** Stores the desk's progress. Returns false if another node holds the lease. */
    advance: (lease: BridgeLease, progress: Progress): Promise<boolean> =>
      advance(db, lease, progress, bridgeLeaseMs),
    /** Releases the lease and stores the outcome; returns `null` if another node holds the lease by now. */
    end: (lease: BridgeLease, how: BridgeRecord): Promise<{ stopped: BridgeStop | null } | null> =>
      db.transaction().execute((transaction) => endUnder(transaction, lease, how)),
  };
}

/** The queue of conversations to send to desks, as a sender claims them. */
export type BridgeQueue = ReturnType<typeof createBridgeQueue>;

interface QueueDeps {
  pool: Pool;
  db: Kysely<Tables>;
  keyRing: KeyRing;
}
