import { type Kysely, sql } from "kysely";
import type { EndpointHealth, StoppedFor } from "../../model/shop/endpoint-health.ts";
import type { Tables } from "../postgres/tables.ts";

/** How the endpoints of bots are doing. What is said of a former endpoint changes nothing. */
export interface EndpointHealthStore {
  find(botId: string): Promise<EndpointHealth>;
  /** The shop was spared, or a probe failed; after days of that it is asked nothing any more. */
  recordFailing(botId: string, url: string): Promise<EndpointHealth>;
  /** The webhook said that it is gone. */
  recordGone(botId: string, url: string): Promise<void>;
  recordAnswering(botId: string, url: string): Promise<void>;
}

/** Svix disables at 5 days of nothing but failures; a long weekend is shorter. */
const failingDays = 5;

/** And so many probes in them: a shop that is hardly asked has hardly failed. */
const failingProbes = 20;

const healthColumns = ["failingSince", "stoppedAt", "stoppedFor"] as const;

/** The health of endpoints. Nothing is noted of an endpoint that is no longer the bot's. */
export function createEndpointHealth(db: Kysely<Tables>): EndpointHealthStore {
  const change = (botId: string, url: string) =>
    db.updateTable("bots").where("botId", "=", botId).where("endpoint", "=", url);
  return {
    async find(botId) {
      const query = db.selectFrom("bots").select(healthColumns).where("botId", "=", botId);
      return toHealth(await query.executeTakeFirst());
    },
    async recordFailing(botId, url) {
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
    async recordGone(botId, url) {
      const at = sql<Date>`coalesce(stopped_at, now())`;
      await change(botId, url).set({ stoppedAt: at, stoppedFor: "gone" }).execute();
    },
    async recordAnswering(botId, url) {
      const well = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };
      await change(botId, url).set(well).execute();
    },
  };
}

interface HealthRow {
  failingSince: Date | null;
  stoppedAt: Date | null;
  stoppedFor: StoppedFor | null;
}

function toHealth(row: HealthRow | undefined): EndpointHealth {
  const { failingSince = null, stoppedAt = null, stoppedFor = null } = row ?? {};
  return { failingSince, stopped: stoppedFor && stoppedAt && { for: stoppedFor, at: stoppedAt } };
}
