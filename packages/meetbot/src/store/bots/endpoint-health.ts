import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";
import type { Declared } from "@meetbot/model/shop/declared.ts";
import type { EndpointHealth, StoppedFor } from "@meetbot/model/shop/endpoint-health.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/** Svix disables at 5 days of nothing but failures; a long weekend is shorter. */
const failingDays = 5;

/** The minimum number of probes in those days: a shop that is hardly queried has hardly failed. */
const failingProbes = 20;

/** A shop whose answers break a rule breaks it in every answer: the team is alerted this often. */
const rulesToldHours = 1;

const healthColumns = ["failingSince", "stoppedAt", "stoppedFor", "endpoint", "declared"] as const;

/** Stores the health of endpoints. Ignores an endpoint that the bot no longer uses. */
export function createEndpointHealth(db: Kysely<Tables>) {
  const change = (botId: string, url: string, on: Kysely<Tables> = db) =>
    on.updateTable("bots").where("botId", "=", botId).where("endpoint", "=", url);
  return {
    async find(botId: string): Promise<EndpointHealth> {
      const query = db.selectFrom("bots").select(healthColumns).where("botId", "=", botId);
      return toHealth(await query.executeTakeFirst());
    },
    /** Records that the shop was spared, or that a probe failed; after days of that, no more queries go to it. */
    async recordFailing(botId: string, url: string): Promise<EndpointHealth> {
      const isLong = sql`failing_since <= now() - ${failingDays} * interval '1 day'
        and times_failed + 1 >= ${failingProbes}`;
      return db.transaction().execute(async (transaction) => {
        const isNew = await isWell(transaction, botId, url);
        const query = change(botId, url, transaction).set({
          failingSince: sql`coalesce(failing_since, now())`,
          timesFailed: sql`times_failed + 1`,
          stoppedAt: sql`coalesce(stopped_at, case when ${isLong} then now() end)`,
          stoppedFor: sql`coalesce(stopped_for, case when ${isLong} then 'failing' end)`,
        });
        const health = toHealth(await query.returning(healthColumns).executeTakeFirst());
        if (isNew) await tell(transaction, botId, "shop.unavailable", { reason: "failing" });
        return health;
      });
    },
    /** Records that the webhook reported itself gone. */
    async recordGone(botId: string, url: string): Promise<void> {
      const at = sql<Date>`coalesce(stopped_at, now())`;
      await db.transaction().execute(async (transaction) => {
        const isNew = await isWell(transaction, botId, url);
        await change(botId, url, transaction).set({ stoppedAt: at, stoppedFor: "gone" }).execute();
        if (isNew) await tell(transaction, botId, "shop.unavailable", { reason: "gone" });
      });
    },
    /** Records that an answer broke a rule, and alerts the team unless it was alerted recently. */
    async recordRuleBroken(botId: string, reason: string): Promise<void> {
      await db.transaction().execute(async (transaction) => {
        const toTell = await transaction
          .updateTable("bots")
          .set({ rulesToldAt: sql<Date>`now()` })
          .where("botId", "=", botId)
          .where(
            sql<boolean>`coalesce(rules_told_at, '-infinity')
              <= now() - ${rulesToldHours} * interval '1 hour'`,
          )
          .returning("botId")
          .executeTakeFirst();
        if (toTell) await tell(transaction, botId, "webhook.rules_broken", { reason });
      });
    },
    async recordAnswering(botId: string, url: string): Promise<void> {
      const well = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };
      await change(botId, url).set(well).execute();
    },
  };
}

/**
 * Checks whether the endpoint's failure is still unreported, and locks it until the transaction ends, so that nobody
 * else reports it.
 */
async function isWell(db: Transaction<Tables>, botId: string, url: string): Promise<boolean> {
  const row = await db
    .selectFrom("bots")
    .select(["failingSince", "stoppedFor"])
    .where("botId", "=", botId)
    .where("endpoint", "=", url)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined && row.failingSince === null && row.stoppedFor === null;
}

async function tell(
  db: Transaction<Tables>,
  botId: string,
  type: DeskEventType,
  facts: Record<string, string>,
): Promise<void> {
  await db.insertInto("deskEvents").values({ botId, type, facts }).execute();
}

/** The health of bots' endpoints. Reports about a former endpoint change nothing. */
export type EndpointHealthStore = ReturnType<typeof createEndpointHealth>;

interface HealthRow {
  failingSince: Date | null;
  stoppedAt: Date | null;
  stoppedFor: StoppedFor | null;
  endpoint: string;
  declared: Declared | null;
}

function toHealth(row: HealthRow | undefined): EndpointHealth {
  const { failingSince = null, stoppedAt = null, stoppedFor = null } = row ?? {};
  const declares = row?.declared?.url === row?.endpoint ? row?.declared?.capabilities : undefined;
  return {
    failingSince,
    stopped: stoppedFor && stoppedAt && { for: stoppedFor, at: stoppedAt },
    ...(declares && { declares }),
  };
}
