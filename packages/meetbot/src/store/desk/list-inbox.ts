import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboxRow, InboxView } from "@meetbot/model/desk/inbox.ts";
import type { LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { toPage } from "../logs/log-place.ts";

/** Not put off until later. */
export const isUp = "(own.snoozed_until is null or own.snoozed_until <= now())";

const isMine = "(it.held_by = $2 or own.assigned_to = $2)";

/** The filter of each list and the time that orders it: longest wait first, else latest change first. */
export const views: Record<InboxView, { where: string; at: string; oldestFirst?: true }> = {
  mine: { where: `own.status = 'open' and ${isMine} and ${isUp}`, at: "own.updated_at" },
  waiting: {
    where: `own.status = 'open' and it.holder = 'waiting' and ${isUp}`,
    at: "own.waiting_since",
    oldestFirst: true,
  },
  all: { where: "own.status = 'open'", at: "own.updated_at" },
  owed: {
    // A customer who called again is in the waiting list, so each conversation is in only one of the two.
    where: `own.status = 'open' and own.owed_since is not null and it.holder <> 'waiting' and ${isUp}`,
    at: "own.owed_since",
    oldestFirst: true,
  },
  closed: { where: "own.status = 'closed'", at: "own.updated_at" },
};

/** The customer's last message has no answer yet. */
export const isUnanswered = "coalesce(own.customer_seq, 0) > coalesce(own.person_seq, 0)";

/** When the conversation last changed; if only the bot has handled it, when its customer was last active. */
export const updatedAt = "coalesce(own.updated_at, it.active_at)";

export const inboxColumns = `
  it.conversation_id as id, it.channel, it.locale, it.holder, it.holder_version as version,
  it.held_by as "heldBy", it.held_at as "heldAt", it.last_seq as "lastSeq",
  own.status, own.reason, own.waiting_since as "waitingSince", own.owed_since as "owedSince",
  own.closed_at as "closedAt", own.assigned_to as "assignedTo", own.snoozed_until as "snoozedUntil",
  own.snoozed_until_reply as "snoozedUntilReply", array(
    select label_id::text from conversation_labels as label
    where label.bot_id = it.bot_id and label.conversation_id = it.conversation_id
  ) as labels, own.customer_at as "customerAt",
  own.person_at as "personAt", ${updatedAt} as "updatedAt", ${isUnanswered} as "isUnanswered"`;

export const inboxFrom = `
  inbox_conversations as own join conversations as it using (bot_id, conversation_id)`;

/** $2: the operator for "mine"; $3 and $4: the cursor after which the page begins; $5: its length; $6: a label. */
function pageStatement(view: InboxView, isLabeled: boolean) {
  const { where, at, oldestFirst } = views[view];
  const [order, below] = oldestFirst ? ["asc", ">"] : ["desc", "<"];
  const from = isLabeled
    ? `conversation_labels as put join ${inboxFrom} using (bot_id, conversation_id)`
    : inboxFrom;
  const has = isLabeled ? "put.label_id = $6" : "$6::uuid is null";
  return {
    ...inTime,
    name: `inbox-${view}${isLabeled ? "-labeled" : ""}`,
    text: `
      select ${inboxColumns}, (extract(epoch from ${at}) * 1000000)::bigint::text as "atUs"
      from ${from}
      where own.bot_id = $1 and ${where} and ($2::text is null or true) and ${has}
        and ($3::bigint is null or (${at}, it.conversation_id) ${below} (
          timestamptz 'epoch' + $3 * interval '1 microsecond', $4::text))
      order by ${at} ${order}, it.conversation_id ${order} limit $5`,
  };
}

const both = (view: InboxView) => ({
  any: pageStatement(view, false),
  labeled: pageStatement(view, true),
});

const statements: Record<InboxView, ReturnType<typeof both>> = {
  mine: both("mine"),
  waiting: both("waiting"),
  all: both("all"),
  owed: both("owed"),
  closed: both("closed"),
};

/** Which list is wanted. */
export interface WantedInbox {
  view: InboxView;
  /** The operator whose conversations count as “mine”; `null` for none. */
  operatorId: string | null;
  /** Filters by this label; `null` for all. */
  label: string | null;
}

/** A page of a list of the inbox. */
export async function listInbox(
  pool: Pool,
  botId: string,
  { view, operatorId, label }: WantedInbox,
  { limit, below }: PageRequest,
): Promise<LogPage<InboxRow>> {
  const values = [botId, operatorId, below?.atUs ?? null, below?.id ?? null, limit + 1, label];
  const statement = statements[view][label === null ? "any" : "labeled"];
  const { rows } = await pool.query<InboxRow & { atUs: string }>({ ...statement, values });
  return toPage(rows, { limit }, ({ atUs, ...row }) => row);
}

const findStatement = {
  ...inTime,
  name: "inbox-find",
  text: `
    select ${inboxColumns} from conversations as it
      left join inbox_conversations as own using (bot_id, conversation_id)
    where it.bot_id = $1 and it.conversation_id = $2`,
};

/** Finds a conversation in the inbox, or one that only the bot has handled so far; `null` if there is none. */
export async function findInInbox(pool: Pool, ref: ConversationRef): Promise<InboxRow | null> {
  const values = [ref.botId, ref.conversationId];
  const { rows } = await pool.query<FoundRow>({ ...findStatement, values });
  return rows[0] ? toInboxRow(rows[0]) : null;
}

/** A row of a conversation, which may be one that the bot has had alone. */
export interface FoundRow extends Omit<InboxRow, "status" | "reason" | "snoozedUntilReply"> {
  status: InboxRow["status"] | null;
  reason: InboxRow["reason"] | null;
  snoozedUntilReply: boolean | null;
}

export const toInboxRow = (row: FoundRow): InboxRow => ({
  ...row,
  status: row.status ?? "closed",
  reason: row.reason ?? "stepped_in",
  snoozedUntilReply: row.snoozedUntilReply ?? false,
});

const knownStatement = {
  ...inTime,
  name: "inbox-known",
  text: `
    select conversation_id as id from inbox_conversations
    where bot_id = $1 and conversation_id = any($2)
    union
    select conversation_id from conversation_presence where bot_id = $1 and conversation_id = any($2)`,
};

/** Returns those of the given conversations that are in the inbox or that a colleague is viewing. */
export async function knownInInbox(
  pool: Pool,
  botId: string,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({ ...knownStatement, values: [botId, ids] });
  return rows.map(({ id }) => id);
}
