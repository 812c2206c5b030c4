import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type { PushChannel } from "../../../channels/channel.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { ApiError } from "../http/api-error.ts";

/**
 * The link of a bot on a channel. Throws an {@link ApiError} where nothing is connected, with what is
 * given for that.
 */
export async function findLink(
  channel: Pick<PushChannel, "name" | "windowHours">,
  botId: string,
  links: Pick<ChannelLinks, "find">,
  none: { code: string; message: string },
): Promise<ChannelLink> {
  const link = await links.find(linkOn(channel, botId));
  if (link) return link;
  throw new ApiError(409, none.code, none.message);
}
