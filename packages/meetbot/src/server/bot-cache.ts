import { LRUCache } from "lru-cache";
import type { BotShelf } from "../store/store.ts";
import type { Asker } from "../turn/work.ts";

/** How long a change made beside a running server may stay unseen. */
const freshForMs = 2000;

/** So many bots are remembered; the ones used least lately go first. */
const maxRemembered = 1000;

/** Finds bots without asking the database for each message. */
export function createBotCache(bots: BotShelf): (botId: string) => Promise<Asker | null> {
  const cache = new LRUCache<string, Asker>({
    max: maxRemembered,
    ttl: freshForMs,
    async fetchMethod(botId) {
      const bot = await bots.find(botId);
      const secrets = bot && (await bots.secretsOf(botId));
      return secrets ? { bot, secrets } : undefined;
    },
  });
  return async (botId) => (await cache.fetch(botId)) ?? null;
}
