import { LRUCache } from "lru-cache";
import type { Store } from "../../store/store.ts";
import type { Asker } from "../../turn/work/work.ts";

/** How long a change made outside a running server may stay unnoticed. */
const freshForMs = 2000;

/** The maximum of bots in the cache; the least recently used are dropped first. */
const maxRemembered = 1000;

/** Bots and their secrets, cached to avoid a database query for each message. */
export interface BotCache {
  find(botId: string): Promise<Asker | null>;
  /** Loads the bot's current state, for a caller whose cached copy proved outdated. */
  findFresh(botId: string): Promise<Asker | null>;
}

export function createBotCache({
  bots,
  health,
  listeners,
}: Pick<Store, "bots" | "health" | "listeners">): BotCache {
  const cache = new LRUCache<string, Asker>({
    max: maxRemembered,
    ttl: freshForMs,
    async fetchMethod(botId) {
      const bot = await bots.find(botId);
      const secrets = bot && (await bots.secretsOf(botId));
      if (!secrets) return undefined;
      const [known, listener] = await Promise.all([health.find(botId), listeners.find(botId)]);
      return { bot, secrets, health: known, listener };
    },
  });
  return {
    find: async (botId) => (await cache.fetch(botId)) ?? null,
    findFresh: async (botId) => (await cache.fetch(botId, { forceRefresh: true })) ?? null,
  };
}
