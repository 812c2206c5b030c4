import type { AlertDestination } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../../platform/postgres/tables.ts";
import type { QueuedEvent } from "./mail-digest.ts";

/** Twelve waiting customers make one alert within this time: the first is sent at once, the others together. */
const toldOnceIn = "interval '1 minute'";

/** Nobody counts more at once; the next alert reports the rest. */
const maxInOne = 1000;

const waiting = "conversation.waiting" satisfies DeskEventType;

/**
 * In SQL: how long an event waits so that others of its kind can join it, based on `taken` and the destination
 * `wanted`.
 */
export const waitForOthers = `
  case when wanted.kind not in ('email', 'webhook') and taken.type = '${waiting}' and (
    select one.at from alert_deliveries as one
    where one.bot_id = wanted.bot_id and one.destination_id = wanted.destination_id
      and one.type = '${waiting}'
    order by one.event_id desc limit 1
  ) > now() - ${toldOnceIn} then ${toldOnceIn} else interval '0' end`;

/** Checks whether one alert covers several waiting customers. A program gets one for each. */
export const gathersWaiting = (kind: AlertKind, type: DeskEventType): boolean =>
  kind !== "email" && kind !== "webhook" && type === waiting;

/**
 * Returns the other waiting customers who have no alert yet, even where it is not due; no alert overtakes an earlier
 * event of its conversation.
 */
export function gatherWaiting(
  db: Kysely<Tables>,
  { botId, id, besides }: Pick<AlertDestination, "botId" | "id"> & { besides: string },
): Promise<QueuedEvent[]> {
  return db
    .selectFrom("alertDeliveries as one")
    .select(["eventId", "conversationId", "type", "facts", "at"])
    .where("botId", "=", botId)
    .where("destinationId", "=", id)
    .where("eventId", "!=", besides)
    .where("type", "=", waiting)
    .where("sendAt", "is not", null)
    .where(
      sql<boolean>`not exists (
        select from alert_deliveries as before
        where before.bot_id = one.bot_id and before.destination_id = one.destination_id
          and before.conversation_id = one.conversation_id and before.event_id < one.event_id
          and before.send_at is not null and before.type <> ${waiting})`,
    )
    .orderBy("eventId")
    .limit(maxInOne - 1)
    .execute();
}
