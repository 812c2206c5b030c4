import type { Graph } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { apiOf, type ChannelAreaDeps } from "../channels/channel-area.ts";

/** The Graph API of this server. */
export function graphOf(deps: Pick<ChannelAreaDeps, "apis">): Graph {
  return apiOf(deps, messenger);
}

/** Returns the dependencies of link operations for a page. */
export function pageDeps(deps: Pick<ChannelAreaDeps, "apis">, links: ChannelLinks) {
  return { channel: messenger, links, api: graphOf(deps) };
}
