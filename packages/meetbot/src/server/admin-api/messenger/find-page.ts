import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { findLink } from "../channels/find-link.ts";

/** The link of the page that speaks through a bot. */
export function findPage(links: Pick<ChannelLinks, "find">, botId: string): Promise<ChannelLink> {
  return findLink(messenger, botId, links, {
    code: "no_page",
    message: "No Facebook Page is connected to this bot. Connect one on its Messenger page first.",
  });
}
