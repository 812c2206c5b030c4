import type { AlertDestination } from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../../platform/postgres/tables.ts";
import type { QueuedEvent } from "./mail-digest.ts";

/** Twelve customers who wait are one alert within so long: the first is told of at once, the others together. */
const toldOnceIn = "interval '1 minute'";

/** More at once nobody counts; what is left is told of the next time. */
const maxInOne = 1000;

const waiting = "conversation.waiting" satisfies DeskEventType;

/** In SQL: how long an event waits for others of its kind, by `taken` and the destination `wanted`. */
export const waitForOthers = `
  case when wanted.kind not in ('email', 'webhook') and taken.type = '${waiting}' and (
    select one.at from alert_deliveries as one
    where one.bot_id = wanted.bot_id and one.destination_id = wanted.destination_id
      and one.type = '${waiting}'
    order by one.event_id desc limit 1
  ) > now() - ${toldOnceIn} then ${toldOnceIn} else interval '0' end`;

/** Whether people are told of several who wait in one alert. A program is told of each. */
export const gathersWaiting = (kind: AlertKind, type: DeskEventType): boolean =>
  kind !== "email" && kind !== "webhook" && type === waiting;

/** Who else waits and was not told of yet, also where that is not due; nothing overtakes what happened in it before. */
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
