import type { z } from "@hono/zod-openapi";
import type { InboxRow } from "../../../model/desk/inbox.ts";
import type { Operators } from "../../../store/operators/operators.ts";
import type { InboxConversation } from "../contract/inbox.ts";

/** What operators are called, by their ids. */
type Names = ReadonlyMap<string, string>;

/** Looks up who is named in some rows. */
export type NamesOf = (rows: readonly InboxRow[]) => Promise<Names>;

export const namesOfPeople =
  (operators: Pick<Operators, "namesOf">): NamesOf =>
  async (rows) => {
    const ids = new Set(
      rows.flatMap(({ heldBy, assignedTo }) => [heldBy ?? [], assignedTo ?? []].flat()),
    );
    const found = await Promise.all(
      Array.from(ids, async (id) => [id, (await operators.namesOf(id))?.name] as const),
    );
    return new Map(
      found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])),
    );
  };

/** A conversation as the admin API tells of it in the inbox. */
export function serializeInboxRow(row: InboxRow, names: Names): z.output<typeof InboxConversation> {
  const person = (id: string | null) =>
    id === null ? null : { operator_id: id, name: names.get(id) ?? null };
  const moment = (at: Date | null) => at?.toISOString() ?? null;
  return {
    conversation_id: row.id,
    channel: row.channel,
    locale: row.locale,
    holder: row.holder,
    version: row.version,
    held_by: person(row.heldBy),
    held_since: moment(row.heldAt),
    status: row.status,
    reason: row.reason,
    waiting_since: moment(row.waitingSince),
    owed_since: moment(row.owedSince),
    closed_at: moment(row.closedAt),
    assigned_to: person(row.assignedTo),
    snoozed_until: moment(row.snoozedUntil),
    snoozed_until_reply: row.snoozedUntilReply,
    customer_at: moment(row.customerAt),
    person_at: moment(row.personAt),
    unanswered: row.isUnanswered,
    last_seq: row.lastSeq,
    updated_at: row.updatedAt.toISOString(),
  };
}
