import { pushChannelsOf, registry } from "../../channels/registry.ts";
import type { ChannelLinks } from "../../store/channel-links/channel-links.ts";
import { checkLink } from "../channels/connect-link.ts";

/** What pointing a bot's channels to another address needs. */
export interface LeadDeps {
  links: ChannelLinks;
  /** The other server's public base URL, without a trailing slash. */
  base: string;
  /** Other places of platforms' APIs, by the channel's name. */
  apiUrls: Readonly<Record<string, string | null>>;
}

/**
 * The state of a channel: its platform sends events to the new address (`led`), refused that, or needs the operator to
 * enter the address in its dashboard.
 */
export interface LedChannel {
  name: string;
  webhookUrl: string;
  outcome: "led" | "refused" | "by_hand";
}

/** Has the platforms that a bot is connected with send their events to another address. Once more changes nothing. */
export async function repointChannels(
  botId: string,
  { links, base, apiUrls }: LeadDeps,
): Promise<LedChannel[]> {
  const led: LedChannel[] = [];
  for (const channel of pushChannelsOf(registry)) {
    const { name } = channel;
    const link = await links.find({ botId, channel: name });
    if (!link) continue;
    const webhookUrl = `${base}/channels/${name}/${botId}`;
    // A platform that verifies webhook addresses with a challenge needs the new address entered by hand.
    if (channel.webhook.answerChallenge) {
      led.push({ name, webhookUrl, outcome: "by_hand" });
      continue;
    }
    const api = channel.openApi(apiUrls[name] ?? undefined);
    const how = { channel, links, api, webhookUrl, subscribes: true };
    const { ok } = await checkLink(botId, link, how);
    led.push({ name, webhookUrl, outcome: ok ? "led" : "refused" });
  }
  return led;
}
