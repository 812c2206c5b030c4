import {
  type BotAccess,
  callTelegram,
  type TelegramAnswer,
  type TelegramApi,
} from "../api/telegram-api.ts";

/** Without these customers are not answered. */
export const neededUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

/**
 * What the bot is told of. Telegram never sends anything else, and reactions only to who asks for them. A bot that was
 * connected before reactions were asked for does without them until its webhook is set anew.
 */
export const allowedUpdates = [...neededUpdates, "message_reaction"] as const;

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
