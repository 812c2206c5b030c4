import { messenger } from "../../../channels/messenger/messenger.ts";
import type { ChannelLink } from "../../../model/channel-link.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { ApiError } from "../http/api-error.ts";

/** The link of the page that speaks through a bot. */
export async function findPage(
  links: Pick<ChannelLinks, "find">,
  botId: string,
): Promise<ChannelLink> {
  const link = await links.find(linkOn(messenger, botId));
  if (link) return link;
  throw new ApiError(
    409,
    "no_page",
    "No Facebook Page is connected to this bot. Connect one on its Messenger page first.",
  );
}
