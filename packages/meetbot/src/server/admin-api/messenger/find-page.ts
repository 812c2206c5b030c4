import type { ConnectedPage } from "../../../model/channel-fact.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { ApiError } from "../http/api-error.ts";

/** The page that speaks through a bot. */
export async function findPage(
  pages: Pick<ChannelLinks, "find">,
  botId: string,
): Promise<ConnectedPage> {
  const page = await pages.find(botId);
  if (page) return page;
  throw new ApiError(
    409,
    "no_page",
    "No Facebook Page is connected to this bot. Connect one on its Messenger page first.",
  );
}
