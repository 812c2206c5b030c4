import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { listColleagues } from "./colleagues.ts";
import { deal } from "./deal.ts";
import { auditDeskChange, type DeskDeps, placeOf, withConversation } from "./desk-transaction.ts";
import { mayAnswer, staysOn } from "./may-answer.ts";

/** The outcome of assigning or snoozing a conversation. */
export type TurnOutcome =
  | "done"
  | "same"
  | "unknown_conversation"
  | "not_in_inbox"
  | "may_not_answer";

/** How many conversations are assigned at once. */
const maxDealt = 100;

const mayStatement = {
  name: "assign-may",
  ...inTime,
  text: `
    select from operators as o left join bot_members as m on m.operator_id = o.id and m.bot_id = $1
    where o.id = $2 and ${mayAnswer}
    for key share of o`,
};

const assignStatement = {
  name: "assign",
  ...inTime,
  text: `
    with before as (
      select assigned_to from inbox_conversations
      where bot_id = $1 and conversation_id = $2 for no key update
    ), changed as (
      update inbox_conversations
      set assigned_to = $3, dealt_for = waiting_since,
        updated_at = case when assigned_to is distinct from $3 then now() else updated_at end
      where bot_id = $1 and conversation_id = $2
    )
    select assigned_to is distinct from $3 as "hasChanged" from before`,
};

const snoozeStatement = {
  name: "snooze",
  ...inTime,
  text: `
    with before as (
      select snoozed_until, snoozed_until_reply from inbox_conversations
      where bot_id = $1 and conversation_id = $2 for no key update
    ), changed as (
      update inbox_conversations
      set snoozed_until = $3, snoozed_until_reply = $4
      where bot_id = $1 and conversation_id = $2
    )
    select (snoozed_until, snoozed_until_reply) is distinct from ($3::timestamptz, $4::boolean)
      as "hasChanged" from before`,
};

const botStatement = {
  name: "deal-lock",
  ...inTime,
  text: "select from bots where bot_id = $1 and assignment = 'round_robin' for no key update",
};

const isDue = `
  own.status = 'open' and own.assigned_to is null and own.waiting_since is not null
  and own.dealt_for is distinct from own.waiting_since
  and (own.snoozed_until is null or own.snoozed_until <= now())
  and it.holder = 'waiting'`;

const from = `inbox_conversations as own join conversations as it using (bot_id, conversation_id)`;

/** Skips rows locked by another transaction (`SKIP LOCKED`); they are assigned on the next run. */
const dueStatement = {
  name: "deal-due",
  ...inTime,
  text: `
    select conversation_id as id from ${from}
    where own.bot_id = $1 and ${isDue}
    order by own.waiting_since, conversation_id limit ${maxDealt}
    for no key update of it, own skip locked`,
};

const dealtStatement = {
  name: "deal-dealt",
  ...inTime,
  text: `
    update inbox_conversations as own
    set assigned_to = dealt.operator, dealt_for = waiting_since, updated_at = now()
    from unnest($2::text[], $3::text[]) as dealt (id, operator)
    where own.bot_id = $1 and own.conversation_id = dealt.id`,
};

const dueBotsStatement = {
  name: "deal-bots",
  ...inTime,
  text: `
    select distinct own.bot_id as "botId" from ${from} join bots using (bot_id)
    where assignment = 'round_robin' and ${isDue}`,
};

const refs = `bot_id as "botId", conversation_id as "conversationId"`;

const freeStatement = {
  name: "assign-free",
  ...inTime,
  text: `
    update inbox_conversations set assigned_to = null, dealt_for = null
    where assigned_to = $1 and bot_id = $2 and waiting_since is not null
    returning ${refs}`,
};

/** Agents who left without signing off count as off from the moment at which they were considered gone. */
const lapsedStatement = {
  name: "assign-lapsed",
  ...inTime,
  text: `
    with gone as (
      update agent_presence set is_on = false, since = seen_at + ${staysOn}
      where is_on and seen_at <= now() - ${staysOn}
      returning bot_id, operator_id
    )
    update inbox_conversations as own set assigned_to = null, dealt_for = null
    from gone
    where own.bot_id = gone.bot_id and own.assigned_to = gone.operator_id and own.waiting_since is not null
    returning own.bot_id as "botId", own.conversation_id as "conversationId"`,
};

/** In SQL: the operator with this id may not, or may no longer, answer a bot's customers. */
const mayNot = (id: string, botId: string) => `
  not exists (
    select from operators as o left join bot_members as m on m.operator_id = o.id and m.bot_id = ${botId}
    where o.id = ${id} and ${mayAnswer}
  )`;

const unableStatement = {
  name: "assign-unable",
  ...inTime,
  text: `
    update inbox_conversations as own set assigned_to = null, dealt_for = null
    where assigned_to is not null and ${mayNot("own.assigned_to", "own.bot_id")}
    returning ${refs}`,
};

const unableHoldersStatement = {
  name: "assign-unable-holders",
  ...inTime,
  text: `
    select ${refs}, held_by as "heldBy" from conversations as own
    where held_by is not null and held_by <> 'elsewhere' and ${mayNot("own.held_by", "own.bot_id")}
      and not (held_by = 'desk' and exists (
        select from bridges where bridges.bot_id = own.bot_id and is_on and stopped_at is null
      ))
    limit $1`,
};

/** Creates the store for who is assigned a conversation and when it is due. */
export function createAssignments(deps: DeskDeps) {
  const { pool } = deps;
  const listed = async (statement: { text: string }, values: unknown[] = []) =>
    (await pool.query<ConversationRef>({ ...statement, values })).rows;
  return {
    /** Assigns a conversation. `to`: the operator's id, or `null` for nobody. */
    async assign(
      ref: ConversationRef,
      { to, actor }: { to: string | null; actor: string },
    ): Promise<TurnOutcome> {
      const outcome = await withConversation(deps, ref, async (locked): Promise<TurnOutcome> => {
        const { client } = locked;
        if (to !== null) {
          const may = await client.query({ ...mayStatement, values: [ref.botId, to] });
          if (may.rowCount === 0) return "may_not_answer";
        }
        const { rows } = await client.query({ ...assignStatement, values: [...placeOf(ref), to] });
        if (!rows[0]) return "not_in_inbox";
        if (!rows[0].hasChanged) return "same";
        await auditDeskChange(locked, actor, "conversation_assigned", { to });
        return "done";
      });
      return outcome ?? "unknown_conversation";
    },
    /** Snoozes a conversation; `null` and false together end the snooze. */
    async snooze(
      ref: ConversationRef,
      { until, untilReply, actor }: { until: Date | null; untilReply: boolean; actor: string },
    ): Promise<TurnOutcome> {
      const outcome = await withConversation(deps, ref, async (locked): Promise<TurnOutcome> => {
        const values = [...placeOf(ref), until, untilReply];
        const { rows } = await locked.client.query({ ...snoozeStatement, values });
        if (!rows[0]) return "not_in_inbox";
        if (!rows[0].hasChanged) return "same";
        const detail = { until: until?.toISOString() ?? null, until_reply: untilReply };
        await auditDeskChange(locked, actor, "conversation_snoozed", detail);
        return "done";
      });
      return outcome ?? "unknown_conversation";
    },
    /** Who may answer a bot's customers, by name. */
    colleagues: (botId: string) => listColleagues(pool, botId),
    /**
     * Assigns waiting conversations that nobody has, where the bot has that enabled. The bot's row serializes this
     * across all nodes; an assigned conversation is no longer due, so each wait is assigned once.
     */
    deal: (botId: string): Promise<ConversationRef[]> =>
      inTransaction(pool, async (client) => {
        const bot = await client.query({ ...botStatement, values: [botId] });
        if (bot.rowCount === 0) return [];
        const due = await client.query<{ id: string }>({ ...dueStatement, values: [botId] });
        if (due.rows.length === 0) return [];
        const dealt = deal(
          due.rows.map(({ id }) => id),
          await listColleagues(client, botId),
        );
        const ids = dealt.map(({ conversationId }) => conversationId);
        const operators = dealt.map(({ operatorId }) => operatorId);
        await client.query({ ...dealtStatement, values: [botId, ids, operators] });
        return ids.map((conversationId) => ({ botId, conversationId }));
      }),
    /** Returns the bots with conversations to assign. */
    async dueBots(): Promise<string[]> {
      const { rows } = await pool.query<{ botId: string }>(dueBotsStatement);
      return rows.map(({ botId }) => botId);
    },
    /** Unassigns the waiting conversations of an operator, so that any agent can take them. */
    free: (botId: string, operatorId: string) => listed(freeStatement, [operatorId, botId]),
    /** Does the same for all operators who left without going off duty. */
    freeOfLapsed: () => listed(lapsedStatement),
    /** The same for all operators who may no longer answer. */
    freeOfUnable: () => listed(unableStatement),
    /** Returns conversations whose holder may no longer answer. */
    async heldByUnable(limit: number): Promise<(ConversationRef & { heldBy: string })[]> {
      const { rows } = await pool.query({ ...unableHoldersStatement, values: [limit] });
      return rows;
    },
  };
}

export type Assignments = ReturnType<typeof createAssignments>;
