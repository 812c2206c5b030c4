import { telegramRoutes } from "@meetbot/admin-api/contract/telegram.ts";
import { telegram } from "../../../channels/telegram/telegram.ts";
import type { ChannelAreaDeps } from "../channels/channel-area.ts";
import { type DeadLetterSide, mountDeadLetters } from "../channels/mount-dead-letters.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { mountBot } from "./mount-bot.ts";
import { mountProfile } from "./mount-profile.ts";

/** Mounts the routes for a bot's Telegram bot: its connection, health, profile and unsent messages. */
export function mountTelegram(admin: AdminApp, deps: ChannelAreaDeps): void {
  mountBot(admin, deps);
  mountProfile(admin, deps);
  const routes = {
    list: telegramRoutes.listTelegramDeadLetters,
    retry: telegramRoutes.retryTelegramDeadLetter,
    retryAll: telegramRoutes.retryTelegramDeadLetters,
  };
  mountDeadLetters(admin, deps, { channel: telegram, routes, whyNot });
}

const whyNot: DeadLetterSide["whyNot"] = {
  overwritten: "An operator had this message overwritten: there is nothing left to send.",
  no_page: "No Telegram bot is connected to this bot. Connect one, and try again.",
  page_stopped: "The Telegram bot is stopped, and nothing is sent. Connect it anew, and try again.",
  window_closed: "Telegram takes nothing to this customer now. Try again once they have written.",
  customer_gone:
    "Telegram could not reach this customer, and they have not written since. Try again once they have.",
};
