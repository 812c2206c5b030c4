/** Messages in the Bot API's format, without their chat; all names are Telegram's. */
export type TelegramMessage = TextMessage | PhotoMessage;

export interface TextMessage {
  method: "sendMessage";
  text: string;
  entities?: Entity[];
  /** Telegram shows no preview of pages that a text names, because the customer did not ask for one. */
  link_preview_options: { is_disabled: true };
  reply_markup?: InlineKeyboard;
}

export interface PhotoMessage {
  method: "sendPhoto";
  /** Telegram itself fetches it from there. */
  photo: string;
  caption: string;
  caption_entities?: Entity[];
  reply_markup?: InlineKeyboard;
}

/** A part of a text, in UTF-16 units. */
export interface Entity {
  type: "bold";
  offset: number;
  length: number;
}

/** Rows of buttons below a message. */
export interface InlineKeyboard {
  inline_keyboard: Button[][];
}

export type Button = { text: string } & (
  | { callback_data: string }
  | { url: string }
  | { copy_text: { text: string } }
);
