import { type Kysely, sql } from "kysely";
import type { Tables } from "../../../platform/postgres/tables.ts";

/** Expires the alerts that wait for a destination: nobody wants yesterday's alerts all at once. */
export async function expireWaiting(
  db: Kysely<Tables>,
  botId: string,
  destinationId: string,
): Promise<void> {
  await db
    .updateTable("alertDeliveries")
    .set({ status: "given_up", sendAt: null, endedAt: sql<Date>`now()` })
    .where("botId", "=", botId)
    .where("destinationId", "=", destinationId)
    .where("sendAt", "is not", null)
    .execute();
}
