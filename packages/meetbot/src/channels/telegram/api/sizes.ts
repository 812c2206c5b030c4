/**
 * Limits of the Bot API as of version 10.1 (2026-06-11). Lengths are counted in UTF-16 units, which are never fewer
 * than characters.
 */

/** "Text of the message to be sent, 1-4096 characters after entities parsing": sendMessage. */
export const maxTextLength = 4096;

/** "Photo caption, 0-1024 characters after entities parsing": sendPhoto. */
export const maxCaptionLength = 1024;

/** "Data to be sent in a callback query to the bot when the button is pressed, 1-64 bytes": InlineKeyboardButton. */
export const maxCallbackDataBytes = 64;

/** "The text to be copied to the clipboard; 1-256 characters": CopyTextButton. */
export const maxCopyTextLength = 256;

/** Limit per message; the documentation states none, but clients show no more. */
export const maxButtons = 100;

/** Our limit: Telegram documents none, and clients cut titles wider than the screen. */
export const maxButtonTitleLength = 64;

/** Ours: longer addresses are legal, and seen to be refused as BUTTON_URL_INVALID. */
export const maxUrlLength = 2048;

/** "New bot description; 0-512 characters", "New short description; 0-120 characters". */
export const maxDescriptionLength = 512;
export const maxShortDescriptionLength = 120;

/** "Description of the command; 1-256 characters": BotCommand. */
export const maxCommandDescriptionLength = 256;
