import type { Graph } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import type { MessengerAreaParts } from "./messenger-area.ts";

/** The Graph API of this server. */
export function graphOf({ apis }: Pick<MessengerAreaParts, "apis">): Graph {
  return apis.get(messenger.name) ?? messenger.openApi();
}

/** What operations on links need for a page. */
export function pageParts(parts: Pick<MessengerAreaParts, "apis">, links: ChannelLinks) {
  return { channel: messenger, links, api: graphOf(parts) };
}
