import { ApiFault, badRequest } from "./api-fault.ts";
import { entitiesWithin, inlineKeyboard, messageShapes } from "./message-shape.ts";
import { integer, object, oneOf } from "./shape.ts";
import {
  countMessage,
  openChat,
  type SentMessage,
  type SimulatedBot,
  type SimulatedChat,
  type TelegramState,
} from "./state.ts";

type Params = Record<string, unknown>;

/** The result of a call: what to answer, and the message if one was accepted. */
export interface Taken {
  result: unknown;
  sent: SentMessage | null;
}

/**
 * Accepts a message as strictly as the Bot API documents it. Throws an {@link ApiFault} if Telegram would refuse it.
 */
export function sendMessage(
  state: TelegramState,
  bot: SimulatedBot,
  method: string,
  params: Params,
): Taken {
  messageShapes[method]?.(params, "request");
  entitiesWithin(params, "request");
  const { chat_id, ...message } = params;
  const chat = reachable(state, bot, chat_id);
  countMessage(state, bot);
  const sent: SentMessage = {
    ...{ bot: bot.id, chat: chat.id, messageId: ++chat.lastMessageId, method, message },
    ...{ atMs: state.now(), answeredAtMs: null, leftAtMs: null },
  };
  state.sent.push(sent);
  const result = messageOf(state, bot, sent);
  return { result: method === "sendmediagroup" ? [result] : result, sent };
}

/** `sendChatAction`: shows an action for five seconds. Throws an {@link ApiFault} if the chat cannot be reached. */
export function showAction(state: TelegramState, bot: SimulatedBot, params: Params): Taken {
  const actions = oneOf("typing", "upload_photo", "upload_document", "find_location");
  object({ chat_id: integer, action: actions })(params, "request");
  const chat = reachable(state, bot, params.chat_id);
  state.actions.push({ bot: bot.id, chat: chat.id, action: String(params.action) });
  return { result: true, sent: null };
}

/**
 * `editMessageReplyMarkup`: replaces or removes the buttons below one of the bot's own messages. Throws an {@link
 * ApiFault} if there is no such message or it already has the same buttons.
 */
export function editButtons(state: TelegramState, bot: SimulatedBot, params: Params): Taken {
  const shape = object({ chat_id: integer, message_id: integer }, { reply_markup: inlineKeyboard });
  shape(params, "request");
  const chat = reachable(state, bot, params.chat_id);
  const sent = state.sent.find(
    (one) =>
      one.bot === bot.id && one.chat === chat.id && one.messageId === Number(params.message_id),
  );
  if (!sent) throw badRequest("message to edit not found");
  const after = rowsOf(params);
  if (JSON.stringify(after) === JSON.stringify(rowsOf(sent.message))) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  sent.message = { ...sent.message, reply_markup: { inline_keyboard: after } };
  return { result: messageOf(state, bot, sent), sent: null };
}

/** A message as Telegram shows it: to the bot in answers, and in the updates of taps. */
export function messageOf(
  { now }: TelegramState,
  bot: SimulatedBot,
  { chat, messageId, message, method }: SentMessage,
): Params {
  const { text, caption, reply_markup, photo } = message;
  const isInline = rowsOf(message).length > 0;
  return {
    ...{
      message_id: messageId,
      from: userOfBot(bot),
      chat: { id: chat, type: chat < 0 ? "group" : "private" },
    },
    date: Math.floor(now() / 1000),
    ...(text !== undefined && { text }),
    ...(caption !== undefined && { caption }),
    ...(method === "sendphoto" && {
      photo: [{ file_id: String(photo).slice(-32), width: 90, height: 90 }],
    }),
    ...(isInline && { reply_markup }),
  };
}

export function userOfBot({ id, name, username }: SimulatedBot): Params {
  return { id, is_bot: true, first_name: name, username };
}

function reachable(state: TelegramState, bot: SimulatedBot, id: unknown): SimulatedChat {
  if (bot.isFrozen) throw badRequest("FROZEN_METHOD_INVALID");
  const chat = openChat(state, bot, id);
  if (chat.isDeactivated) throw new ApiFault(403, "Forbidden: user is deactivated");
  if (chat.hasBlockedBot) throw new ApiFault(403, "Forbidden: bot was blocked by the user");
  if (!chat.isIn) throw new ApiFault(403, "Forbidden: bot was kicked from the group chat");
  return chat;
}

function rowsOf({ reply_markup }: Params): unknown[] {
  const { inline_keyboard = [] } = (reply_markup ?? {}) as { inline_keyboard?: unknown[] };
  return inline_keyboard;
}
