import type { TokenChoice } from "@meetbot/model/conversation/reply.ts";
import { isWebUrl } from "@meetbot/protocol";
import { cutMiddle } from "../../cut-text.ts";
import {
  maxButtons,
  maxButtonTitleLength,
  maxCallbackDataBytes,
  maxCopyTextLength,
  maxUrlLength,
} from "../api/sizes.ts";
import type { Button, InlineKeyboard } from "../api/telegram-message.ts";

/** Returns choices as buttons, without those for which Telegram would refuse the whole message. */
export function choiceButtons(choices: TokenChoice[]): Button[] {
  return choices.filter(isSendable).map(({ title, payload }) => ({
    text: titleOf(title),
    callback_data: payload,
  }));
}

/** Returns a link button; none if Telegram would not open the URL. */
export function urlButtons(title: string, url: string | undefined): Button[] {
  return isButtonUrl(url) ? [{ text: titleOf(title), url }] : [];
}

/** A button that copies a text. */
export function copyButtons(title: string, text: string | undefined): Button[] {
  if (!text || text.length > maxCopyTextLength || text.trim() === "") return [];
  return [{ text: titleOf(title), copy_text: { text } }];
}

/** The buttons in rows of one: titles are long, and fingers wide. */
export function keyboardOf(buttons: Button[]): { reply_markup?: InlineKeyboard } {
  const shown = buttons.slice(0, maxButtons);
  return shown.length > 0
    ? { reply_markup: { inline_keyboard: shown.map((button) => [button]) } }
    : {};
}

/**
 * Checks whether Telegram accepts this URL on a button: http or https, with a dot in the host. Telegram rejects the
 * whole message for one bad URL.
 */
export function isButtonUrl(url: string | undefined): url is string {
  if (!url || url.length > maxUrlLength || !isWebUrl(url)) return false;
  const { hostname, username, password } = new URL(url);
  return hostname.includes(".") && username === "" && password === "";
}

function isSendable({ title, payload }: TokenChoice): boolean {
  const bytes = Buffer.byteLength(payload);
  return title.trim() !== "" && bytes > 0 && bytes <= maxCallbackDataBytes;
}

function titleOf(title: string): string {
  return cutMiddle(title.trim(), maxButtonTitleLength);
}
