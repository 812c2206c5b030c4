import type { ChannelLink, LinkRef } from "@meetbot/model/channel-link.ts";
import { LRUCache } from "lru-cache";
import type { PlatformApi } from "../../channels/channel.ts";
import { type Channels, pushChannelOf, pushChannelsOf } from "../../channels/registry.ts";
import type { SenderFor } from "../../outbound/sender.ts";
import type { ChannelLinks } from "../../store/channel-links/channel-links.ts";
import type { BotCache } from "../endpoint/bot-cache.ts";

/** How long a change made outside a running server may stay unnoticed. */
const freshForMs = 2000;

/** The maximum of links in memory; the least recently used are dropped first. */
const maxRemembered = 1000;

/** APIs of platforms, by the names of their channels. */
export type PlatformApis = ReadonlyMap<string, PlatformApi>;

/** The APIs of all channels that push; `urls`: other places of some of them. */
export function openApis(
  channels: Channels,
  urls: Readonly<Record<string, string | null>>,
): PlatformApis {
  const all = pushChannelsOf(channels);
  return new Map(all.map(({ name, openApi }) => [name, openApi(urls[name] ?? undefined)]));
}

/** Bots and their links, cached to avoid a database query for each message. */
export interface Senders {
  linkOf(on: LinkRef): Promise<ChannelLink | null>;
  senderFor: SenderFor;
}

interface SendersDeps {
  links: Pick<ChannelLinks, "find">;
  bots: BotCache;
  channels: Channels;
  apis: PlatformApis;
}

export function createSenders({ links, bots, channels, apis }: SendersDeps): Senders {
  const cache = new LRUCache<string, ChannelLink, LinkRef>({
    max: maxRemembered,
    ttl: freshForMs,
    fetchMethod: async (_key, _stale, { context }) => (await links.find(context)) ?? undefined,
  });
  const linkOf = async (on: LinkRef) =>
    (await cache.fetch(`${on.channel} ${on.botId}`, { context: on })) ?? null;
  return {
    linkOf,
    async senderFor(on) {
      const [link, asker] = await Promise.all([linkOf(on), bots.find(on.botId)]);
      const channel = pushChannelOf(channels, on.channel);
      const api = apis.get(on.channel);
      return link && asker && channel && api ? { link, bot: asker.bot, channel, api } : null;
    },
  };
}
