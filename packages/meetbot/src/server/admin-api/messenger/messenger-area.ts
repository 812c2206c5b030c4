import type { Logger } from "pino";
import type { ConversationRef } from "../../../model/conversation/conversation-ref.ts";
import type { PlatformApis } from "../../../operations/channels/senders.ts";
import type { Store } from "../../../store/store.ts";

/** What the routes of a bot's Facebook Page need. */
export interface MessengerAreaParts extends Pick<Store, "bots" | "channels" | "sightings"> {
  /** Of platforms, by the names of their channels. */
  apis: PlatformApis;
  /** Something may be sent. */
  wakeDispatcher(ref: ConversationRef): void;
  publicUrl: string | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  log: Logger;
}
