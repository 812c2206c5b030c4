import type { InboxCounts } from "@meetbot/model/desk/inbox.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { inboxFrom, isUp, views } from "./list-inbox.ts";

/**
 * Up to this many conversations are counted each time; a larger count takes milliseconds and is reused for a second.
 */
const fewConversations = 500;
const standsForMs = 1_000;

/** A bot's open conversations, grouped by holder and assignee. */
interface Group {
  heldBy: string | null;
  assignedTo: string | null;
  all: number;
  up: number;
  waiting: number;
  owed: number;
}

/** One query serves all agents: it groups the counts by holder and assignee. */
const statement = {
  ...inTime,
  name: "inbox-counts",
  text: `
    select it.held_by as "heldBy", own.assigned_to as "assignedTo", count(*)::integer as "all",
      (count(*) filter (where ${isUp}))::integer as up,
      (count(*) filter (where ${views.waiting.where}))::integer as waiting,
      (count(*) filter (where ${views.owed.where}))::integer as owed
    from ${inboxFrom} where own.bot_id = $1 and own.status = 'open'
    group by 1, 2`,
};

/** Counts the conversations in each list, shared by all viewers: a large inbox is counted at most once a second. */
export function createInboxCounter(pool: Pool, now: () => number) {
  const kept = new Map<string, { at: number; groups: Promise<Group[]> }>();
  const groupsOf = async (botId: string): Promise<Group[]> => {
    const known = kept.get(botId);
    if (known && now() - known.at < standsForMs) return known.groups;
    kept.delete(botId);
    const at = now();
    const groups = pool.query<Group>({ ...statement, values: [botId] }).then(({ rows }) => rows);
    const counted = sum(await groups, ({ all }) => all);
    if (counted > fewConversations) kept.set(botId, { at, groups });
    return groups;
  };
  return async (botId: string, operatorId: string | null): Promise<InboxCounts> => {
    const groups = await groupsOf(botId);
    const isMine = ({ heldBy, assignedTo }: Group) =>
      operatorId !== null && (heldBy === operatorId || assignedTo === operatorId);
    return {
      mine: sum(groups.filter(isMine), ({ up }) => up),
      waiting: sum(groups, ({ waiting }) => waiting),
      all: sum(groups, ({ all }) => all),
      owed: sum(groups, ({ owed }) => owed),
    };
  };
}

const sum = (groups: readonly Group[], of: (group: Group) => number) =>
  groups.reduce((total, group) => total + of(group), 0);
