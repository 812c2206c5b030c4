import type { DeliveryFilter, LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { isFailedText, shopDidItsPart } from "../bots/failed-outcomes.ts";
import { isBelow, microseconds, toPage } from "./log-place.ts";

/** The columns of {@link LoggedDelivery}. */
export const loggedColumns = [
  "deliveries.deliveryId as id",
  "conversationId",
  "method",
  "outcome",
  "httpStatus",
  "startedAt",
  "durationMs",
  "exchanges",
  "secretFingerprint",
  "seq",
  "replayOf",
  "askedBy",
] as const;

/** A page of a bot's deliveries, newest first; nothing of them is opened. */
export async function listDeliveries(
  db: Kysely<Tables>,
  botId: string,
  filter: DeliveryFilter,
  page: PageRequest,
): Promise<LogPage<LoggedDelivery>> {
  if (!isStorable(botId)) return { rows: [], next: null };
  // Reads only the index for skipped rows.
  const places = wanted(db, botId, filter)
    .select(["botId", "deliveryId"])
    .$if(page.below !== null, (query) =>
      query.where(isBelow("startedAt", "deliveryId", page.below!)),
    )
    .orderBy("startedAt", "desc")
    .orderBy("deliveryId", "desc")
    .limit(page.limit + 1)
    .as("place");
  const rows = await db
    .selectFrom(places)
    .innerJoin("deliveries", (join) =>
      join
        .onRef("deliveries.botId", "=", "place.botId")
        .onRef("deliveries.deliveryId", "=", "place.deliveryId"),
    )
    .select(loggedColumns)
    .select(microseconds("startedAt").as("atUs"))
    .orderBy("startedAt", "desc")
    .orderBy("deliveries.deliveryId", "desc")
    .execute();
  return toPage(rows, page, ({ atUs, ...logged }) => logged);
}

const unusuallyLongMs = 1_000;

type Deliveries = SelectQueryBuilder<Tables, "deliveries", object>;

/** Must match the condition of the index `deliveries_unusual`. */
const isUnusual = sql<boolean>`(outcome <> 'answered' or method not in ('orders', 'packages')
  or http_status <> 200 or duration_ms >= ${sql.lit(unusuallyLongMs)})`;

/** Whether a filter matches only unusual deliveries, which have their own index. */
function wantsUnusual({
  method,
  outcomes,
  httpStatus,
  minDurationMs = 0,
}: DeliveryFilter): boolean {
  return (
    outcomes?.includes("answered") === false ||
    (method !== undefined && method !== "orders" && method !== "packages") ||
    (httpStatus !== undefined && (httpStatus[0] > 200 || httpStatus[1] <= 200)) ||
    minDurationMs >= unusuallyLongMs
  );
}

/** Returns the deliveries that match a filter. */
export function wanted(db: Kysely<Tables>, botId: string, filter: DeliveryFilter): Deliveries {
  const { method, outcomes, httpStatus, conversationId, from, until, minDurationMs, replaysOnly } =
    filter;
  let query: Deliveries = db.selectFrom("deliveries").where("botId", "=", botId);
  if (method) query = query.where("method", "=", method);
  if (outcomes) query = query.where("outcome", "in", outcomes);
  const areFailed = outcomes?.every((one) => !shopDidItsPart.includes(one));
  // Such a status never means an answer, so the small index contains them all.
  if (areFailed || (httpStatus && httpStatus[0] >= 300)) {
    query = query.where(sql<boolean>`${sql.raw(isFailedText)}`);
  }
  if (wantsUnusual(filter)) query = query.where(isUnusual);
  if (httpStatus) {
    query = query.where("httpStatus", ">=", httpStatus[0]).where("httpStatus", "<", httpStatus[1]);
  }
  if (conversationId !== undefined) query = query.where("conversationId", "=", conversationId);
  if (from) query = query.where("startedAt", ">=", from);
  if (until) query = query.where("startedAt", "<", until);
  if (minDurationMs) query = query.where("durationMs", ">=", minDurationMs);
  if (replaysOnly) query = query.where("replayOf", "is not", null);
  return query;
}
