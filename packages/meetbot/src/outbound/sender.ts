import type { PlatformApi, PushChannel } from "../channels/channel.ts";
import type { Bot } from "../model/bot/bot.ts";
import type { ChannelLink, LinkRef } from "../model/channel-link.ts";

/** Whose messages are sent, and over what. */
export interface Sender {
  bot: Bot;
  channel: PushChannel;
  link: ChannelLink;
  api: PlatformApi;
}

/** Finds it; `null`: nothing is connected any more. */
export type SenderFor = (on: LinkRef) => Promise<Sender | null>;
