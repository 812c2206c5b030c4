import type { AdminApp } from "../http/admin-app.ts";
import type { MessengerAreaParts } from "./messenger-area.ts";
import { mountDeadLetters } from "./mount-dead-letters.ts";
import { mountPage } from "./mount-page.ts";
import { mountProfile } from "./mount-profile.ts";

/** A bot's Facebook Page: connecting it, how it is doing, what it shows, and what was not sent. */
export function mountMessenger(admin: AdminApp, parts: MessengerAreaParts): void {
  mountPage(admin, parts);
  mountProfile(admin, parts);
  mountDeadLetters(admin, parts);
}
