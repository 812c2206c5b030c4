import { setTimeout as delay } from "node:timers/promises";
import type { DeliveryFilter, LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import { type Kysely, sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import { createSignal } from "../../platform/change-signals/signal.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { loggedColumns, wanted } from "./list-deliveries.ts";

/** How often the log is checked without a hint: hints may be lost, so the table decides. */
const lookEveryMs = 2_000;
/** The shortest pause between reads, however many hints arrive. */
const restMs = 250;
/**
 * A delivery is stored at the end of its turn: as long ago as the longest one lasts, and a little more, one
 * may have started that is new.
 */
const windowS = turnLimits.maxSeconds + 28;
/** The maximum read at once, newest first; older ones are in the list. */
const maxAtOnce = 2_000;
/** How many returned deliveries are remembered, so that none is returned twice. */
const maxRemembered = 5 * maxAtOnce;

/**
 * Follows a bot's deliveries: everything stored from now on, by any node, each once and in the order it started. The
 * first batch is empty and signals that nothing is missed from here on.
 */
export async function* followDeliveries(
  { db, hints }: { db: Kysely<Tables>; hints: Hints },
  botId: string,
  filter: DeliveryFilter,
  signal: AbortSignal,
): AsyncGenerator<LoggedDelivery[]> {
  const change = createSignal();
  const stop = hints.listen((ref) => ref.botId === botId && change.raise());
  signal.addEventListener("abort", change.raise, { once: true });
  const told = new LRUCache<string, true>({ max: maxRemembered });
  try {
    await takeNew(db, botId, filter, told);
    yield [];
    while (!signal.aborted) {
      await change.raised(lookEveryMs);
      if (signal.aborted) return;
      const ids = await takeNew(db, botId, filter, told);
      if (ids.length > 0) yield await readDeliveries(db, botId, ids);
      await delay(restMs, undefined, { signal }).catch(() => {});
    }
  } finally {
    stop();
    signal.removeEventListener("abort", change.raise);
  }
}

/** Returns ids that were not returned before; an index has them, without the rows. */
async function takeNew(
  db: Kysely<Tables>,
  botId: string,
  filter: DeliveryFilter,
  told: LRUCache<string, true>,
): Promise<string[]> {
  const rows = await wanted(db, botId, { ...filter, from: undefined, until: undefined })
    .select("deliveryId")
    .where("startedAt", ">", sql<Date>`now() - ${windowS} * interval '1 second'`)
    .orderBy("startedAt", "desc")
    .orderBy("deliveryId", "desc")
    .limit(maxAtOnce)
    .execute();
  const fresh = rows.map(({ deliveryId }) => deliveryId).filter((id) => !told.get(id));
  for (const id of fresh) told.set(id, true);
  return fresh;
}

function readDeliveries(
  db: Kysely<Tables>,
  botId: string,
  ids: readonly string[],
): Promise<LoggedDelivery[]> {
  return db
    .selectFrom("deliveries")
    .select(loggedColumns)
    .where("botId", "=", botId)
    .where("deliveryId", "in", ids)
    .orderBy("startedAt")
    .orderBy("deliveryId")
    .execute();
}
