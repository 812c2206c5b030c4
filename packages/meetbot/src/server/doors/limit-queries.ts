import { neighborhoodOf } from "@meetbot/network/addresses/neighborhood.ts";
import { limits as known } from "../../identity/limits.ts";
import type { Limits } from "../../platform/attempts/limits.ts";
import { networkOf } from "../../platform/http/addresses.ts";
import { createRate } from "../../platform/limits/rate.ts";

/** How many of an hour's queries may arrive at once: a thousand customers of one carrier at the same moment. */
const atOnce = 1_000;

const { max, windowS } = known.network_queries;
const eachMs = (windowS * 1_000) / (max - atOnce);

const ofThisMachine = ["127.0.0.1", "::1"].map((address) => neighborhoodOf(networkOf(address)));

/**
 * Counts a network's queries in this node's memory, and leaves all other counts where they were. The other limits do
 * not count repeated queries, so that no customers are refused their own order; this one stops endless queries, and a
 * database row for each query would cost more than the query. Without a public URL, programs on this machine do not
 * count as a network: they are benchmarks and trials.
 */
export function limitQueries(
  limits: Limits,
  publicUrl: string | null,
  now: () => number = Date.now,
): Limits {
  const rate = createRate({ atOnce, eachMs });
  const isFree = (network: string) => publicUrl === null && ofThisMachine.includes(network);
  return {
    ...limits,
    async count(botId, attempts) {
      const query = attempts.find(({ limit }) => limit === "network_queries");
      if (!query) return limits.count(botId, attempts);
      const waitMs = isFree(query.subject) ? 0 : rate.take(query.subject, 1, now());
      if (waitMs > 0) return [{ limit: query.limit, retryAfterS: Math.ceil(waitMs / 1_000) }];
      return limits.count(
        botId,
        attempts.filter((one) => one !== query),
      );
    },
  };
}
