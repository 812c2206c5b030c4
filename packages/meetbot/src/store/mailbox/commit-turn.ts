import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Pool } from "pg";
import { byteaArray } from "../../platform/postgres/bytea-array.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { sealState } from "../../platform/sealing/sealed-state.ts";
import type { OutboxLease } from "../outbox/outbox-lease.ts";
import { openAddress } from "../outbox/sealed-address.ts";
import type { Clause, TurnToCommit } from "./clause.ts";
import { commitClauses } from "./commit-clauses.ts";
import type { Turn, TurnResult } from "./turn.ts";

/** The figures follow a conversation's outcome for one day; after that they are final. */
const isYoung = "created_at > now() - interval '1 day'";

/** The columns of the conversation's row that a turn sets. */
const columns = {
  nth: "integer",
  bot_id: "text",
  conversation_id: "text",
  fence: "integer",
  seq: "integer",
  state: "bytea",
  locale: "text",
  replies: "integer",
  has_spoken: "boolean",
  has_asked: "boolean",
  is_answered: "boolean",
  asks_for_person: "boolean",
  asks_again: "boolean",
  /** Null: the turn asked for nothing, and the former value stays. */
  is_refused: "boolean",
  /** `null` when the holder stays the same. */
  holder: "text",
};

const toRow = ({ key, lease, turn }: TurnToCommit, nth: number): unknown[] => [
  ...[nth, lease.botId, lease.conversationId, lease.fence, lease.event.seq],
  ...[sealState(key, lease, turn.state), turn.state.dialog.locale, turn.replies.length],
  ...[isSaid(lease.event.content), turn.question !== null, turn.question === "answered"],
  ...[turn.personAsked, turn.askedAgain, isRefused(turn.outcome), turn.move?.to ?? null],
];

/** Opening the chat, coming back and being asked are not messages from the customer. */
const isSaid = ({ kind }: EventContent) => kind === "text" || kind === "tap" || kind === "media";

const isRefused = (outcome: Turn["outcome"]) =>
  outcome && (outcome === "refused" || outcome === "missed");

/**
 * Whole turns in one statement, and nothing of a turn unless its lease is still ours.
 *
 * Against an event admitted at the same time: both statements update the conversation's row, so one
 * waits for the other. If this one waits, the row was locked in its newest version, `last_inbound_seq` is
 * the new event's, and the conversation stays due. If the other waits, it finds `due_at` null and sets
 * it. Neither decides by any row but that one.
 */
const commitText = (given: string, lock: string) => `
  with turns as materialized (${given}), held as materialized (
    select turns.nth from turns, lateral (
      select from conversations
      where bot_id = turns.bot_id and conversation_id = turns.conversation_id
        and fence = turns.fence and lease_until is not null
      for no key update ${lock}
    ) as own
  ), settled as (
    update conversations as own
    set state = turns.state, locale = turns.locale, handled_seq = turns.seq,
      last_seq = last_seq + turns.replies, lease_until = null,
      due_at = case when last_inbound_seq > turns.seq then due_at end,
      spoken = spoken or has_spoken, asked = asked or has_asked and ${isYoung},
      answered = answered or is_answered and ${isYoung},
      person_asked = person_asked or asks_for_person and ${isYoung},
      asked_again = own.asked_again or asks_again and ${isYoung},
      refused = case when ${isYoung} then coalesce(is_refused, refused) else refused end,
      holder = coalesce(turns.holder, own.holder),
      holder_version = holder_version + (turns.holder <> own.holder is true)::integer,
      held_by = case when turns.holder is null then held_by end,
      held_at = case when turns.holder <> own.holder is true then now() else held_at end
    from turns join held using (nth)
    where own.bot_id = turns.bot_id and own.conversation_id = turns.conversation_id
    returning nth, own.bot_id, own.conversation_id, handled_seq, last_seq - turns.replies as before,
      last_seq, due_at is not null as more
  )`;

interface SettledRow {
  nth: number;
  more: boolean;
  lastSeq: number;
  /** Returned by the clause `queued`. */
  isTaken?: boolean | null;
  fence?: number;
  address?: Buffer;
}

/** Stores the changes of a turn, releases its lease and marks its event as handled. */
export async function commitAlone(pool: Pool, turn: TurnToCommit): Promise<TurnResult> {
  const { rows } = await pool.query<SettledRow>(toQuery([turn], ""));
  return rows[0] ? toSettled(turn, rows[0]) : { outcome: "lost" };
}

/**
 * Commits turns of different conversations together. `null` for a conversation that is locked, or whose lease is lost.
 */
export async function commitTogether(
  pool: Pool,
  turns: TurnToCommit[],
): Promise<(TurnResult | null)[]> {
  const { rows } = await pool.query<SettledRow>(toQuery(turns, "skip locked"));
  const settled = new Map(rows.map((row) => [row.nth, row]));
  return turns.map((turn, nth) => {
    const row = settled.get(nth);
    return row ? toSettled(turn, row) : null;
  });
}

function toSettled(turn: TurnToCommit, row: SettledRow): TurnResult {
  const { more, lastSeq } = row;
  return { outcome: "settled", more, lastSeq, message: toMessage(turn, row) };
}

/** Returns the lease of the first reply, if the commit took it for sending. */
function toMessage(
  { key, lease, turn: { replies } }: TurnToCommit,
  { isTaken, fence, address, lastSeq }: SettledRow,
): OutboxLease | null {
  const [reply, ...behind] = replies;
  if (!isTaken || !reply || fence === undefined || !address) return null;
  const { botId, conversationId, channel } = lease;
  return {
    ...{ botId, conversationId, channel, fence, reply, behind },
    address: openAddress(key, lease, address),
    seq: lastSeq - replies.length + 1,
    // The event stands directly before this message.
    isFirst: true,
    isFollowed: behind.length > 0,
    sentParts: 0,
    tries: 0,
  };
}

/** Builds one statement, whose text and name depend on the kind of lock and on its clauses. */
function toQuery(turns: TurnToCommit[], lock: "" | "skip locked") {
  const values: unknown[] = [];
  const table = (types: Record<string, string>, rows: unknown[][]) => {
    const places = Object.values(types).map((type, column) => {
      const cells = rows.map((row) => row[column]);
      const place = values.push(type === "bytea" ? byteaArray(cells as (Buffer | null)[]) : cells);
      return `$${place}::${type}[]`;
    });
    return `select * from unnest(${places.join(", ")}) as one (${Object.keys(types).join(", ")})`;
  };
  let text = commitText(table(columns, turns.map(toRow)), lock);
  const used = commitClauses.flatMap((clause, place) => {
    const rows = turns.flatMap((turn, nth) =>
      clause.rows(turn, turn.lookupKeys).map((row) => [nth, ...row]),
    );
    return rows.length > 0 ? [{ clause, place, rows }] : [];
  });
  for (const { clause, rows } of used) text += `, ${toText(clause, table, rows)}`;
  // Names clauses by their positions, because PostgreSQL cuts names to 63 characters.
  const name = [lock ? "settle-many" : "settle", ...used.map(({ place }) => place)].join(" ");
  const returning = used.map(({ clause }) => clause).filter(({ returns }) => returns);
  const given = returning.map(({ returns }) => `, ${returns}`).join("");
  const joined = returning.map((clause) => ` left join ${clause.name} using (nth)`).join("");
  text += ` select nth, more, last_seq as "lastSeq"${given} from settled${joined}`;
  return { ...inTime, name, text, values };
}

function toText(
  { name, columns, text }: Clause,
  table: (types: Record<string, string>, rows: unknown[][]) => string,
  rows: unknown[][],
): string {
  const given = table({ nth: "integer", ...columns }, rows);
  return `${name} as (
    with given as (select * from settled join (${given}) as own using (nth)) ${text}
  )`;
}
