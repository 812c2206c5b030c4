import type { Pool } from "pg";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { InboxCounts, InboxRow, InboxView } from "../../model/desk/inbox.ts";
import type { LogPage, PageRequest } from "../../model/log/log-page.ts";
import { toPage } from "../logs/log-place.ts";
import { inTime } from "../postgres/statement-time.ts";

/** Not put off until later. */
const isUp = "(own.snoozed_until is null or own.snoozed_until <= now())";

const isMine = "(it.held_by = $2 or own.assigned_to = $2)";

/** What stands in each list, and by which moment it is in order: who waits longest is first, else what changed last. */
const views: Record<InboxView, { where: string; at: string; oldestFirst?: true }> = {
  mine: { where: `own.status = 'open' and ${isMine} and ${isUp}`, at: "own.updated_at" },
  waiting: {
    where: `own.status = 'open' and it.holder = 'waiting' and ${isUp}`,
    at: "own.waiting_since",
    oldestFirst: true,
  },
  all: { where: "own.status = 'open'", at: "own.updated_at" },
  owed: {
    where: `own.status = 'open' and own.owed_since is not null and ${isUp}`,
    at: "own.owed_since",
    oldestFirst: true,
  },
  closed: { where: "own.status = 'closed'", at: "own.updated_at" },
};

const isUnanswered = "coalesce(own.customer_seq, 0) > coalesce(own.person_seq, 0)";

const columns = `
  it.conversation_id as id, it.channel, it.locale, it.holder, it.holder_version as version,
  it.held_by as "heldBy", it.held_at as "heldAt", it.last_seq as "lastSeq",
  own.status, own.reason, own.waiting_since as "waitingSince", own.owed_since as "owedSince",
  own.closed_at as "closedAt", own.assigned_to as "assignedTo", own.snoozed_until as "snoozedUntil",
  own.snoozed_until_reply as "snoozedUntilReply", own.customer_at as "customerAt",
  own.person_at as "personAt", coalesce(own.updated_at, it.active_at) as "updatedAt", ${isUnanswered} as "isUnanswered"`;

const from = `
  inbox_conversations as own join conversations as it using (bot_id, conversation_id)`;

/** $2: whose is mine; $3 and $4: the place below which the page begins; $5: its length. */
function pageStatement(view: InboxView) {
  const { where, at, oldestFirst } = views[view];
  const [order, below] = oldestFirst ? ["asc", ">"] : ["desc", "<"];
  return {
    ...inTime,
    name: `inbox-${view}`,
    text: `
      select ${columns}, (extract(epoch from ${at}) * 1000000)::bigint::text as "atUs"
      from ${from}
      where own.bot_id = $1 and ${where} and ($2::text is null or true)
        and ($3::bigint is null or (${at}, it.conversation_id) ${below} (
          timestamptz 'epoch' + $3 * interval '1 microsecond', $4::text))
      order by ${at} ${order}, it.conversation_id ${order} limit $5`,
  };
}

const statements: Record<InboxView, ReturnType<typeof pageStatement>> = {
  mine: pageStatement("mine"),
  waiting: pageStatement("waiting"),
  all: pageStatement("all"),
  owed: pageStatement("owed"),
  closed: pageStatement("closed"),
};

/** A page of a list of the inbox. `operatorId`: whose is mine; `null`: nobody's. */
export async function listInbox(
  pool: Pool,
  botId: string,
  { view, operatorId }: { view: InboxView; operatorId: string | null },
  { limit, below }: PageRequest,
): Promise<LogPage<InboxRow>> {
  const values = [botId, operatorId, below?.atUs ?? null, below?.id ?? null, limit + 1];
  const { rows } = await pool.query<InboxRow & { atUs: string }>({ ...statements[view], values });
  return toPage(rows, { limit }, ({ atUs, ...row }) => row);
}

const countStatement = {
  ...inTime,
  name: "inbox-counts",
  text: `
    select ${(["mine", "waiting", "all", "owed"] as const)
      .map((view) => `(count(*) filter (where ${views[view].where}))::integer as "${view}"`)
      .join(", ")}
    from ${from} where own.bot_id = $1 and own.status = 'open'`,
};

/** How many stand in each list. */
export async function countInbox(
  pool: Pool,
  botId: string,
  operatorId: string | null,
): Promise<InboxCounts> {
  const { rows } = await pool.query<InboxCounts>({
    ...countStatement,
    values: [botId, operatorId],
  });
  return rows[0]!;
}

const findStatement = {
  ...inTime,
  name: "inbox-find",
  text: `
    select ${columns} from conversations as it
      left join inbox_conversations as own using (bot_id, conversation_id)
    where it.bot_id = $1 and it.conversation_id = $2`,
};

/** One of them, or one that the bot has had alone so far; `null`: there is none. */
export async function findInInbox(pool: Pool, ref: ConversationRef): Promise<InboxRow | null> {
  const values = [ref.botId, ref.conversationId];
  const { rows } = await pool.query<InboxRow & { status: InboxRow["status"] | null }>({
    ...findStatement,
    values,
  });
  const [row] = rows;
  return row
    ? { ...row, status: row.status ?? "closed", reason: row.reason ?? "stepped_in" }
    : null;
}
