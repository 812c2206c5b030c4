import type { Logger } from "pino";
import type { Graph } from "../../../channels/messenger/graph.ts";
import type { ConversationRef, Store } from "../../../store/store.ts";
import type { AdminApp } from "../admin-app.ts";
import { mountDeadLetters } from "./mount-dead-letters.ts";
import { mountPage } from "./mount-page.ts";
import { mountProfile } from "./mount-profile.ts";

export interface MessengerAreaParts extends Pick<Store, "bots" | "messenger" | "sightings"> {
  graph: Graph;
  /** Something may be sent. */
  wakeDispatcher(ref: ConversationRef): void;
  publicUrl: string | null;
  /** Origins of pages that this server shows itself. */
  ownOrigins: readonly string[];
  log: Logger;
}

/** A bot's Facebook Page: connecting it, how it is doing, what it shows, and what was not sent. */
export function mountMessenger(admin: AdminApp, parts: MessengerAreaParts): void {
  mountPage(admin, parts);
  mountProfile(admin, parts);
  mountDeadLetters(admin, parts);
}
