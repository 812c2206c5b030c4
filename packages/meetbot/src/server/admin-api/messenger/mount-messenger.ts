import { messengerRoutes } from "@meetbot/admin-api/contract/messenger.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import { type DeadLetterSide, mountDeadLetters } from "../channels/mount-dead-letters.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { mountPage } from "./mount-page.ts";
import { mountProfile } from "./mount-profile.ts";
import { mountTemplates } from "./mount-templates.ts";

/** Mounts the routes for a bot's Facebook Page: its connection, health, profile and unsent messages. */
export function mountMessenger(admin: AdminApp, deps: ChannelAreaDeps): void {
  mountPage(admin, deps);
  mountProfile(admin, deps);
  mountTemplates(admin, deps);
  const {
    listDeadLetters: list,
    retryDeadLetter: retry,
    retryDeadLetters: retryAll,
  } = messengerRoutes;
  mountDeadLetters(admin, deps, { channel: messenger, routes: { list, retry, retryAll }, whyNot });
}

const whyNot: DeadLetterSide["whyNot"] = {
  overwritten: "An operator had this message overwritten: there is nothing left to send.",
  no_page: "No page is connected to this bot. Connect one, and try again.",
  page_stopped: "The page is stopped, and nothing is sent. Connect it anew, and try again.",
  window_closed:
    "The customer wrote last more than 24 hours ago, and Meta takes nothing to them. Try again once they have written.",
  customer_gone:
    "Meta could not reach this customer, and they have not written since. Try again once they have.",
};
