import type { Pool } from "pg";
import type { ConversationKeys } from "./conversation-keys.ts";
import { sealState } from "./sealed-state.ts";
import { type Clause, type LookupKeys, settleClauses } from "./settle-clauses.ts";
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
 */
const settledText = `
  update conversations
  set state = $5, locale = $6, handled_seq = $4, last_seq = last_seq + $7,
    lease_until = null, due_at = case when last_inbound_seq > $4 then due_at end,
    spoken = spoken or $8, asked = asked or $9 and ${isYoung},
    answered = answered or $10 and ${isYoung}, person_asked = person_asked or $11 and ${isYoung}
  where bot_id = $1 and conversation_id = $2 and fence = $3 and lease_until is not null
  returning bot_id, conversation_id, handled_seq, last_seq - $7 as before, last_seq,
    due_at is not null as more`;

/** Stores what a turn changed, gives the lease back and marks its event as handled. */
export async function settle(
  pool: Pool,
  keys: ConversationKeys,
  lookupKeys: LookupKeys,
  lease: Lease,
  turn: Turn,
): ReturnType<Mailbox["settle"]> {
  const key = await keys.of(lease);
  if (key === null) return { outcome: "lost" };
  const { state, replies, question, personAsked } = turn;
  const values = [
    lease.botId,
    lease.conversationId,
    lease.fence,
    lease.event.seq,
    sealState(key, lease, state),
    state.dialog.locale,
    replies.length,
    lease.event.content.kind !== "start",
    question !== null,
    question === "answered",
    personAsked,
  ];
  const clauses = settleClauses(key, lookupKeys, lease, turn);
  const { rows } = await pool.query<{ more: boolean; lastSeq: number }>(toQuery(values, clauses));
  const [row] = rows;
  if (!row) return { outcome: "lost" };
  return { outcome: "settled", ...row, sendable: clauses.some(({ name }) => name === "queued") };
}

/** One statement, whose text and name depend on which clauses it has and on nothing else. */
function toQuery(base: unknown[], clauses: Clause[]) {
  const values = [...base];
  let text = `with settled as (${settledText})`;
  for (const clause of clauses) {
    const places = clause.values.map((value) => `$${values.push(value)}`);
    text += `, ${clause.name} as (${clause.text(...places)})`;
  }
  const name = ["settle", ...clauses.map((clause) => clause.name)].join(" ");
  return {
    ...inTime,
    name,
    text: `${text} select more, last_seq as "lastSeq" from settled`,
    values,
  };
}
