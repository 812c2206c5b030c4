import { type Kysely, sql } from "kysely";
import type { EndpointHealth, StoppedFor } from "../../model/shop/endpoint-health.ts";
import type { Tables } from "../postgres/tables.ts";

/** Svix disables at 5 days of nothing but failures; a long weekend is shorter. */
const failingDays = 5;

/** And so many probes in them: a shop that is hardly asked has hardly failed. */
const failingProbes = 20;

const healthColumns = ["failingSince", "stoppedAt", "stoppedFor"] as const;

/** The health of endpoints. Nothing is noted of an endpoint that is no longer the bot's. */
export function createEndpointHealth(db: Kysely<Tables>) {
  const change = (botId: string, url: string) =>
    db.updateTable("bots").where("botId", "=", botId).where("endpoint", "=", url);
  return {
    async find(botId: string): Promise<EndpointHealth> {
      const query = db.selectFrom("bots").select(healthColumns).where("botId", "=", botId);
      return toHealth(await query.executeTakeFirst());
    },
    /** The shop was spared, or a probe failed; after days of that it is asked nothing any more. */
    async recordFailing(botId: string, url: string): Promise<EndpointHealth> {
      const isLong = sql`failing_since <= now() - ${failingDays} * interval '1 day'
        and times_failed + 1 >= ${failingProbes}`;
      const query = change(botId, url)
        .set({
          failingSince: sql`coalesce(failing_since, now())`,
          timesFailed: sql`times_failed + 1`,
          stoppedAt: sql`coalesce(stopped_at, case when ${isLong} then now() end)`,
          stoppedFor: sql`coalesce(stopped_for, case when ${isLong} then 'failing' end)`,
        })
        .returning(healthColumns);
      return toHealth(await query.executeTakeFirst());
    },
    /** The webhook said that it is gone. */
    async recordGone(botId: string, url: string): Promise<void> {
      const at = sql<Date>`coalesce(stopped_at, now())`;
      await change(botId, url).set({ stoppedAt: at, stoppedFor: "gone" }).execute();
    },
    async recordAnswering(botId: string, url: string): Promise<void> {
      const well = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };
      await change(botId, url).set(well).execute();
    },
  };
}

/** How the endpoints of bots are doing. What is said of a former endpoint changes nothing. */
export type EndpointHealthStore = ReturnType<typeof createEndpointHealth>;

interface HealthRow {
  failingSince: Date | null;
  stoppedAt: Date | null;
  stoppedFor: StoppedFor | null;
}

function toHealth(row: HealthRow | undefined): EndpointHealth {
  const { failingSince = null, stoppedAt = null, stoppedFor = null } = row ?? {};
  return { failingSince, stopped: stoppedFor && stoppedAt && { for: stoppedFor, at: stoppedAt } };
}
