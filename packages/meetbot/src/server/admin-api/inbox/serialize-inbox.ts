import type { z } from "@hono/zod-openapi";
import type { InboxConversation } from "@meetbot/admin-api/contract/inbox/inbox.ts";
import type { InboxRow } from "@meetbot/model/desk/inbox.ts";
import type { Operators } from "../../../store/operators/operators.ts";

/** The operators' names, by operator id. */
export type Names = ReadonlyMap<string, string>;

/** Looks up who is named by some ids. */
export const namesOfIds =
  (operators: Pick<Operators, "namesOf">) =>
  async (ids: Iterable<string>): Promise<Names> => {
    const found = await Promise.all(
      Array.from(new Set(ids), async (id) => [id, (await operators.namesOf(id))?.name] as const),
    );
    return new Map(
      found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])),
    );
  };

/** Looks up who is named in some rows. */
export type NamesOf = (rows: readonly InboxRow[]) => Promise<Names>;

export const namesOfPeople =
  (operators: Pick<Operators, "namesOf">): NamesOf =>
  (rows) =>
    namesOfIds(operators)(
      rows.flatMap(({ heldBy, assignedTo }) => [heldBy ?? [], assignedTo ?? []].flat()),
    );

export const serializePerson = (id: string, names: Names) => ({
  operator_id: id,
  name: names.get(id) ?? null,
});

/** Returns a conversation as the admin API shows it in the inbox. */
export function serializeInboxRow(row: InboxRow, names: Names): z.output<typeof InboxConversation> {
  const person = (id: string | null) => (id === null ? null : serializePerson(id, names));
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
    snoozed_until: isEndless(row.snoozedUntil) ? null : moment(row.snoozedUntil),
    snoozed_until_reply: row.snoozedUntilReply,
    labels: row.labels,
    customer_at: moment(row.customerAt),
    person_at: moment(row.personAt),
    unanswered: row.isUnanswered,
    last_seq: row.lastSeq,
    updated_at: row.updatedAt.toISOString(),
  };
}

/** Until the customer writes, and not before. */
export const endless = new Date("9999-01-01T00:00:00Z");

const isEndless = (at: Date | null) => at !== null && at >= endless;
