import {
  type BotAccess,
  callTelegram,
  type TelegramAnswer,
  type TelegramApi,
} from "../api/telegram-api.ts";

/** What the bot is told of. Telegram never sends anything else. */
export const allowedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

/** Requests at the same time, each of another chat; Telegram's own default. */
const maxConnections = 40;

/** Where updates are to go, and the secret that each request repeats. */
export interface WebhookSettings {
  url: string;
  secretToken: string;
}

/** Has Telegram send the bot's updates there, those that wait among them. The webhook before it gets no more. */
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

/** Ends it; what customers write meanwhile waits for a day. */
export function deleteWebhook(access: BotAccess, api: TelegramApi): Promise<TelegramAnswer> {
  return callTelegram("deleteWebhook", { drop_pending_updates: false }, access, api);
}
