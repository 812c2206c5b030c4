import type { PushChannelName } from "@meetbot/model/push-channel-name.ts";
import { routeQuery } from "../../api/use-route.ts";

/** The channels over which a bot is linked with a platform, by their names in the admin API. */
export type ChannelName = PushChannelName;

/** Prefix of all query keys for a bot's link on a channel. */
export const channelKey = (channel: ChannelName, botId: string) =>
  ["bots", botId, channel] as const;

/** Messages are sent all the time. Polling does not query the platform. */
const lookAgainMs = 15_000;

export const messengerQuery = (botId: string) =>
  routeQuery(
    "GET /bots/{bot_id}/messenger",
    { path: { bot_id: botId } },
    { refetchInterval: lookAgainMs, staleTime: 0 },
  );

export const telegramQuery = (botId: string) =>
  routeQuery(
    "GET /bots/{bot_id}/telegram",
    { path: { bot_id: botId } },
    { refetchInterval: lookAgainMs, staleTime: 0 },
  );
