import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Logger } from "pino";
import type { PlatformApi, PushChannel } from "../../../channels/channel.ts";
import type { PlatformApis } from "../../../operations/channels/senders.ts";
import type { Store } from "../../../store/store.ts";

/** The dependencies of the routes for a bot's link on a channel. */
export interface ChannelAreaDeps extends Pick<Store, "bots" | "channels" | "usage"> {
  /** Of platforms, by the names of their channels. */
  apis: PlatformApis;
  /** Something may be sent. */
  wakeDispatcher(ref: ConversationRef): void;
  publicUrl: string | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  log: Logger;
}

/** A platform's API as this server reaches it. */
export function apiOf(
  { apis }: Pick<ChannelAreaDeps, "apis">,
  channel: Pick<PushChannel, "name" | "openApi">,
): PlatformApi {
  return apis.get(channel.name) ?? channel.openApi();
}
