import type { PushChannelName } from "@meetbot/model/push-channel-name.ts";
import type { Channel, PushChannel } from "./channel.ts";
import { messenger } from "./messenger/messenger.ts";
import { telegram } from "./telegram/telegram.ts";
import { webChat } from "./web-chat/web-chat.ts";

/** Channels by name: production and tests look up here everything that differs between channels. */
export type Channels = ReadonlyMap<string, Channel>;

/** A new channel adds its line here; one that is linked with a platform, its name to `PushChannelName` too. */
const pushChannels = { messenger, telegram } satisfies {
  [Name in PushChannelName]: PushChannel & { name: Name };
};

export const registry: Channels = toChannels([webChat, ...Object.values(pushChannels)]);

/** Returns a map of channels by name. Throws if two have the same name, as one would answer for the other. */
export function toChannels(channels: readonly Channel[]): Channels {
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  if (byName.size < channels.length) throw new Error("Two channels have the same name.");
  return byName;
}

/** Returns the channels whose messages go through the outbox. */
export function pushChannelsOf(channels: Channels): PushChannel[] {
  return [...channels.values()].filter((channel) => channel.delivery === "push");
}

/**
 * Returns the channel with this name if its messages go through the outbox; `null` if they do not or it does not exist.
 */
export function pushChannelOf(channels: Channels, name: string): PushChannel | null {
  const channel = channels.get(name);
  return channel?.delivery === "push" ? channel : null;
}
