import type { AlertDestination } from "@meetbot/model/alert/alert-destination.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import { type Kysely, sql } from "kysely";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";

/** An event in the queue. */
export interface QueuedEvent {
  /** With the destination it makes the id under which the alert is sent, on each try. */
  eventId: string;
  conversationId: string | null;
  type: DeskEventType;
  facts: Record<string, unknown>;
  at: Date;
}

/** Agents at the inbox take a conversation within this time, and then nobody needs a mail about it. */
const unseenFor = "interval '2 minutes'";

/** Nobody reads more in one mail; the rest waits for the next. */
const maxInOne = 200;

/** In SQL: when an event is sent to the destination `wanted` at the earliest. */
export const firstSendAt = `
  now() + case when wanted.kind = 'email' then ${unseenFor} else interval '0' end`;

/** Skips events that an agent took or answered before a mail about them was sent. */
export const skipSeenStatement = {
  name: "alerts-skip-seen",
  ...inTime,
  text: `
    update alert_deliveries as one set status = 'skipped', send_at = null, ended_at = now()
    from alert_destinations as wanted, conversations as it
      left join inbox_conversations as own using (bot_id, conversation_id)
    where one.send_at <= now() and one.type in ('conversation.waiting', 'message.created')
      and wanted.bot_id = one.bot_id and wanted.destination_id = one.destination_id
      and wanted.kind = 'email' and (wanted.leased_until is null or wanted.leased_until <= now())
      and it.bot_id = one.bot_id and it.conversation_id = one.conversation_id
      and case one.type
        when 'conversation.waiting' then it.holder <> 'waiting'
        else one.facts ->> 'from' = 'customer' and own.person_seq > (one.facts ->> 'seq')::integer
      end`,
};

/** Returns the events to send in the same mail: all of a destination that are due or were tried before. */
export function gatherDue(
  db: Kysely<Tables>,
  { botId, id, besides }: Pick<AlertDestination, "botId" | "id"> & { besides: string },
): Promise<QueuedEvent[]> {
  return db
    .selectFrom("alertDeliveries")
    .select(["eventId", "conversationId", "type", "facts", "at"])
    .where("botId", "=", botId)
    .where("destinationId", "=", id)
    .where("eventId", "!=", besides)
    .where(sql<boolean>`(send_at <= now() or send_at is not null and tries > 0)`)
    .orderBy("eventId")
    .limit(maxInOne - 1)
    .execute();
}
