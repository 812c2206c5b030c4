import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type { PushChannel } from "../../../channels/channel.ts";
import { linkOn } from "../../../operations/channels/connect-link.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { ApiError } from "../http/api-error.ts";

/**
 * Returns the link of a bot on a channel. Throws an {@link ApiError} with the code and message of `none` if nothing is
 * connected.
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
