import { LRUCache } from "lru-cache";
import type { ConnectedPage } from "../../model/channel-fact.ts";
import type { Sender } from "../../outbound/dispatch.ts";
import type { ChannelLinks } from "../../store/channel-links/channel-links.ts";
import type { BotCache } from "../endpoint/bot-cache.ts";

/** How long a change made beside a running server may stay unseen. */
const freshForMs = 2000;

/** So many pages are remembered; the ones used least lately go first. */
const maxRemembered = 1000;

/** Bots and their pages, without asking the database for each message. */
export interface Senders {
  pageOf(botId: string): Promise<ConnectedPage | null>;
  senderFor(botId: string): Promise<Sender | null>;
}

export function createSenders(pages: Pick<ChannelLinks, "find">, bots: BotCache): Senders {
  const cache = new LRUCache<string, ConnectedPage>({
    max: maxRemembered,
    ttl: freshForMs,
    fetchMethod: async (botId) => (await pages.find(botId)) ?? undefined,
  });
  const pageOf = async (botId: string) => (await cache.fetch(botId)) ?? null;
  return {
    pageOf,
    async senderFor(botId) {
      const [page, asker] = await Promise.all([pageOf(botId), bots.find(botId)]);
      return page && asker ? { page, bot: asker.bot } : null;
    },
  };
}
