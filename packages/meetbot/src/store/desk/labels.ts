import { randomUUID } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { type Label, type LabelColor, labelLimits } from "@meetbot/model/desk/label.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";

/** Why a change to a label is refused. */
type LabelRefusal = "label_exists" | "too_many_labels" | "not_found";

const lockStatement = {
  name: "labels-lock",
  ...inTime,
  text: "select from bots where bot_id = $1 for no key update",
};

const listStatement = {
  name: "labels-list",
  ...inTime,
  text: `
    select label_id as id, name, color from inbox_labels where bot_id = $1
    order by lower(name), label_id`,
};

const addStatement = {
  name: "labels-add",
  ...inTime,
  text: "insert into inbox_labels (bot_id, label_id, name, color) values ($1, $2, $3, $4)",
};

const changeStatement = {
  name: "labels-change",
  ...inTime,
  text: "update inbox_labels set name = $3, color = $4 where bot_id = $1 and label_id = $2",
};

const deleteStatement = {
  name: "labels-delete",
  ...inTime,
  text: "delete from inbox_labels where bot_id = $1 and label_id = $2",
};

const auditStatement = {
  name: "labels-audit",
  ...inTime,
  text: "insert into audit (bot_id, actor, action, detail) values ($1, $2, $3, $4)",
};

/** Both are of the bot, or nothing happens. */
const putOnStatement = {
  name: "labels-put-on",
  ...inTime,
  text: `
    with known as (
      select from conversations as it join inbox_labels as label using (bot_id)
      where it.bot_id = $1 and it.conversation_id = $2 and label.label_id = $3
      for key share of it, label
    ), put as (
      insert into conversation_labels (bot_id, conversation_id, label_id)
      select $1, $2, $3::uuid from known on conflict do nothing returning label_id
    )
    select exists (select from known) as "isKnown", exists (select from put) as "hasChanged"`,
};

const takeOffStatement = {
  name: "labels-take-off",
  ...inTime,
  text: "delete from conversation_labels where bot_id = $1 and conversation_id = $2 and label_id = $3",
};

/** Creates the store for the labels that a bot's agents give conversations. */
export function createLabels(pool: Pool) {
  /** One change of a bot's labels after the other: of two that are added, both could be one too many. */
  const changing = <Result>(
    botId: string,
    change: (client: PoolClient, known: Label[]) => Promise<Result>,
  ): Promise<Result> =>
    inTransaction(pool, async (client) => {
      await client.query({ ...lockStatement, values: [botId] });
      return change(client, await listOf(client, botId));
    });
  const record = (
    client: PoolClient,
    botId: string,
    actor: string,
    action: AuditAction,
    label: Label,
  ) =>
    client.query({
      ...auditStatement,
      values: [botId, actor, action, JSON.stringify({ label: label.id })],
    });
  return {
    /** By name. */
    list: (botId: string): Promise<Label[]> => listOf(pool, botId),
    create: (
      botId: string,
      actor: string,
      { name, color }: { name: string; color: LabelColor },
    ): Promise<Label | LabelRefusal> =>
      changing(botId, async (client, known) => {
        if (isTaken(known, name)) return "label_exists";
        if (known.length >= labelLimits.max) return "too_many_labels";
        const label = { id: randomUUID(), name, color };
        await client.query({ ...addStatement, values: [botId, label.id, name, color] });
        await record(client, botId, actor, "label_created", label);
        return label;
      }),
    change: (
      botId: string,
      actor: string,
      labelId: string,
      change: { name?: string | undefined; color?: LabelColor | undefined },
    ): Promise<Label | LabelRefusal> =>
      changing(botId, async (client, known) => {
        const before = known.find(({ id }) => id === labelId);
        if (!before) return "not_found";
        const { name = before.name, color = before.color } = change;
        const others = known.filter((one) => one !== before);
        if (isTaken(others, name)) return "label_exists";
        const label = { id: labelId, name, color };
        if (name === before.name && color === before.color) return label;
        await client.query({ ...changeStatement, values: [botId, labelId, name, color] });
        await record(client, botId, actor, "label_changed", label);
        return label;
      }),
    /** False: there was none of that id. */
    delete: (botId: string, actor: string, labelId: string): Promise<boolean> =>
      changing(botId, async (client, known) => {
        const label = known.find(({ id }) => id === labelId);
        if (!label) return false;
        await client.query({ ...deleteStatement, values: [botId, labelId] });
        await record(client, botId, actor, "label_deleted", label);
        return true;
      }),
    async putOn(
      { botId, conversationId }: ConversationRef,
      labelId: string,
    ): Promise<{ isKnown: boolean; hasChanged: boolean }> {
      const values = [botId, conversationId, labelId];
      const { rows } = await pool.query({ ...putOnStatement, values });
      return rows[0];
    },
    /** False: it was not on it. */
    async takeOff({ botId, conversationId }: ConversationRef, labelId: string): Promise<boolean> {
      const values = [botId, conversationId, labelId];
      const { rowCount } = await pool.query({ ...takeOffStatement, values });
      return rowCount === 1;
    },
  };
}

export type Labels = ReturnType<typeof createLabels>;

async function listOf(client: Pick<PoolClient, "query">, botId: string): Promise<Label[]> {
  const { rows } = await client.query<Label>({ ...listStatement, values: [botId] });
  return rows;
}

const isTaken = (known: readonly Label[], name: string) =>
  known.some((one) => one.name.toLowerCase() === name.toLowerCase());
