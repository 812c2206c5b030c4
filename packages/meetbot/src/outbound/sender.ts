import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ChannelLink, LinkRef } from "@meetbot/model/channel-link.ts";
import type { PlatformApi, PushChannel } from "../channels/channel.ts";

/** The bot whose messages are sent, and the channel that carries them. */
export interface Sender {
  bot: Bot;
  channel: PushChannel;
  link: ChannelLink;
  api: PlatformApi;
}

/** Finds the sender of a link; `null` when nothing is connected. */
export type SenderFor = (on: LinkRef) => Promise<Sender | null>;
