import { idAt, isFields } from "../../fields.ts";
import type { TelegramFailure } from "./classify-failure.ts";
import {
  type BotAccess,
  callTelegram,
  type TelegramAnswer,
  type TelegramApi,
} from "./telegram-api.ts";
import type { PhotoMessage, TelegramMessage } from "./telegram-message.ts";

export interface OutgoingMessage {
  chat: string;
  message: TelegramMessage;
}

/** How sending ended. `messageId` is Telegram's id of the message, within its chat. */
export type SendOutcome = { ok: true; messageId: string } | TelegramFailure;

/**
 * Sends one message. Telegram fetches pictures from the shop's own server: if it cannot, or rejects what it finds, the
 * text is sent without the picture. Telegram takes no idempotency key, and nothing shows later whether a message
 * arrived, so a lost answer stays `ambiguous`.
 */
export async function send(
  { chat, message }: OutgoingMessage,
  access: BotAccess,
  api: TelegramApi,
): Promise<SendOutcome> {
  const outcome = await sendOnce(chat, message, access, api);
  if (outcome.ok || outcome.failure !== "bad" || message.method !== "sendPhoto") return outcome;
  return sendOnce(chat, withoutPicture(message), access, api);
}

/** Shows that the bot is writing, for 5 seconds. Nothing depends on it. */
export function showTyping(
  chat: string,
  access: BotAccess,
  api: TelegramApi,
): Promise<TelegramAnswer> {
  const parameters = { chat_id: toChatId(chat), action: "typing" };
  return callTelegram("sendChatAction", parameters, access, api);
}

async function sendOnce(
  chat: string,
  { method, ...content }: TelegramMessage,
  access: BotAccess,
  api: TelegramApi,
): Promise<SendOutcome> {
  const answer = await callTelegram(method, { chat_id: toChatId(chat), ...content }, access, api);
  if (!answer.ok) return answer;
  const messageId = isFields(answer.result) ? idAt(answer.result, "message_id") : undefined;
  return messageId === undefined ? { ok: false, failure: "ambiguous" } : { ok: true, messageId };
}

function withoutPicture({
  caption,
  caption_entities,
  reply_markup,
}: PhotoMessage): TelegramMessage {
  return {
    ...{ method: "sendMessage", text: caption, link_preview_options: { is_disabled: true } },
    ...(caption_entities && { entities: caption_entities }),
    ...(reply_markup && { reply_markup }),
  };
}

/** "Has at most 52 significant bits": safe as a number, and the type that Telegram names first. */
function toChatId(chat: string): number | string {
  return /^-?\d{1,15}$/.test(chat) ? Number(chat) : chat;
}
