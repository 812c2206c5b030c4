import type { Pool } from "pg";
import type { LookupKey } from "../secrets/lookup-key.ts";
import { accountLookup } from "./account-lookup.ts";
import type { ConversationKeys } from "./conversation-keys.ts";
import { plainFacts } from "./plain-facts.ts";
import { sealJson } from "./sealed-json.ts";
import { inTime } from "./statement-time.ts";
import type { Lease, Mailbox, Turn } from "./store.ts";

/** What a conversation came to is looked at for one day: after that the numbers stand. */
const isYoung = "created_at > now() - interval '1 day'";

/**
 * The whole turn in one statement, and nothing of it unless the lease is still ours.
 *
 * Against an event admitted at the same time: both statements update the conversation's row, so one
 * waits for the other. If this one waits, READ COMMITTED computes it again from the row's newest
 * version, `last_inbound_seq` is the new event's, and the conversation stays due. If the other
 * waits, it finds `due_at` null and sets it. Neither decides by any row but that one.
 *
 * A customer of the web chat fetches messages, so they count as sent once they are stored. Those of
 * Messenger are queued, and their conversation's outbox becomes due, unless somebody else answers.
 */
const settleStatement = {
  name: "settle",
  ...inTime,
  text: `
    with settled as (
      update conversations
      set state = $5, locale = $16, handled_seq = $4, last_seq = last_seq + cardinality($6::bytea[]),
        lease_until = null, due_at = case when last_inbound_seq > $4 then due_at end,
        spoken = spoken or $19, asked = asked or $20 and ${isYoung},
        answered = answered or $21 and ${isYoung}, person_asked = person_asked or $14 and ${isYoung}
      where bot_id = $1 and conversation_id = $2 and fence = $3 and lease_until is not null
      returning bot_id, conversation_id, channel, last_seq - cardinality($6::bytea[]) as before,
        due_at is not null as more
    ), replied as (
      insert into messages (bot_id, conversation_id, seq, direction, body, status)
      select bot_id, conversation_id, before + place, 'out', body,
        case channel when 'messenger' then 'queued' else 'sent' end
      from settled, unnest($6::bytea[]) with ordinality as reply (body, place)
    ), queued as (
      update messenger_conversations as outbox
      set queued_seq = before + cardinality($6::bytea[]),
        send_at = coalesce(send_at, greatest(now(), silent_until))
      from settled
      where channel = 'messenger' and cardinality($6::bytea[]) > 0
        and outbox.bot_id = $1 and outbox.conversation_id = $2
      returning 1
    ), delivered as (
      insert into deliveries (bot_id, conversation_id, delivery_id, method, outcome, http_status,
        started_at, duration_ms, sealed, exchanges, secret_fingerprint, question, seq)
      select bot_id, conversation_id, delivery.*, $4
      from settled, unnest($7::text[], $8::text[], $9::text[], $10::integer[],
        $11::timestamptz[], $12::integer[], $13::bytea[], $17::smallint[],
        $18::text[], $22::text[]) as delivery
    ), called as (
      insert into person_requests (bot_id, conversation_id, seq)
      select bot_id, conversation_id, $4 from settled where $14
    ), named as (
      insert into conversation_accounts (bot_id, conversation_id, lookup)
      select bot_id, conversation_id, lookup from settled, unnest($15::bytea[]) as lookup
      on conflict do nothing
    ), unheard as (
      insert into unanswered (bot_id, conversation_id, seq, reason, likeness)
      select bot_id, conversation_id, $4, $23::text, $24::bytea from settled where $23 is not null
    )
    select more, exists (select from queued) as "sendable" from settled`,
};

/** By them, what people wrote is found or compared, and not read. */
export interface LookupKeys {
  account: LookupKey;
  likeness: LookupKey;
}

/** Stores what a turn changed, gives the lease back and marks its event as handled. */
export async function settle(
  pool: Pool,
  keys: ConversationKeys,
  lookupKeys: LookupKeys,
  lease: Lease,
  { state, replies, deliveries, personAsked, question, unanswered, accounts }: Turn,
): ReturnType<Mailbox["settle"]> {
  const key = await keys.of(lease);
  if (key === null) return { outcome: "lost" };
  const rows = deliveries.map(plainFacts);
  const settled = await pool.query<{ more: boolean; sendable: boolean }>({
    ...settleStatement,
    values: [
      lease.botId,
      lease.conversationId,
      lease.fence,
      lease.event.seq,
      sealJson(key, lease, "state", state),
      replies.map((reply) => sealJson(key, lease, "out", reply)),
      rows.map((row) => row.id),
      rows.map((row) => row.method),
      rows.map((row) => row.outcome),
      rows.map((row) => row.httpStatus),
      rows.map((row) => row.startedAt.toISOString()),
      rows.map((row) => row.durationMs),
      deliveries.map((delivery) => sealJson(key, lease, "delivery", delivery)),
      personAsked,
      accounts.map((account) => accountLookup(lookupKeys.account, account)),
      state.dialog.locale,
      rows.map((row) => row.exchanges),
      rows.map((row) => row.secretFingerprint),
      lease.event.content.kind !== "start",
      question !== null,
      question === "answered",
      // A question can take several deliveries; it counts once, with the last of them.
      deliveries.map((_, nth) => (nth === deliveries.length - 1 ? question : null)),
      unanswered?.reason,
      unanswered && lookupKeys.likeness(unanswered.likeness),
    ],
  });
  const [row] = settled.rows;
  return row ? { outcome: "settled", ...row } : { outcome: "lost" };
}
