import type { Graph } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { apiOf, type ChannelAreaParts } from "../channels/channel-area.ts";

/** The Graph API of this server. */
export function graphOf(parts: Pick<ChannelAreaParts, "apis">): Graph {
  return apiOf(parts, messenger);
}

/** What operations on links need for a page. */
export function pageParts(parts: Pick<ChannelAreaParts, "apis">, links: ChannelLinks) {
  return { channel: messenger, links, api: graphOf(parts) };
}
