import {
  type BotAccess,
  callTelegram,
  type TelegramAnswer,
  type TelegramApi,
} from "../api/telegram-api.ts";

/** The update types that the bot needs to answer customers. */
export const neededUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

/**
 * The updates that the bot gets. Telegram never sends anything else, and sends reactions only to bots that request
 * them. A bot connected before Meetbot requested reactions does without them until its webhook is set again.
 */
export const allowedUpdates = [...neededUpdates, "message_reaction"] as const;

/** Concurrent requests, each from a different chat; Telegram's own default. */
const maxConnections = 40;

/** The URL that receives updates, and the secret that each request repeats. */
export interface WebhookSettings {
  url: string;
  secretToken: string;
}

/**
 * Makes Telegram send the bot's updates to `url`, including pending ones. The previous webhook gets none from then on.
 */
export function setWebhook(
  { url, secretToken }: WebhookSettings,
  access: BotAccess,
  api: TelegramApi,
): Promise<TelegramAnswer> {
  const parameters = {
    url,
    secret_token: secretToken,
    allowed_updates: allowedUpdates,
    max_connections: maxConnections,
    drop_pending_updates: false,
  };
  return callTelegram("setWebhook", parameters, access, api);
}

/** Deletes the webhook; Telegram stores what customers write meanwhile for a day. */
export function deleteWebhook(access: BotAccess, api: TelegramApi): Promise<TelegramAnswer> {
  return callTelegram("deleteWebhook", { drop_pending_updates: false }, access, api);
}
