import { maxCaptionLength, maxTextLength } from "../api/sizes.ts";
import type { TelegramMessage } from "../api/telegram-message.ts";
import { inParagraphs, plain } from "./styled-text.ts";

/**
 * Merges a text and the message after it into one, so that the customer gets a single notification; `null` if the
 * result is too long for Telegram.
 */
export function withPrefixText(lead: string, message: TelegramMessage): TelegramMessage | null {
  const before = plain(lead.trim());
  if (message.method === "sendPhoto") {
    const { caption, caption_entities: entities = [] } = message;
    const whole = inParagraphs([before, { text: caption, entities }]);
    if (whole.text.length > maxCaptionLength) return null;
    return { ...message, caption: whole.text, ...present("caption_entities", whole.entities) };
  }
  const { text, entities = [] } = message;
  const whole = inParagraphs([before, { text, entities }]);
  if (whole.text.length > maxTextLength) return null;
  return { ...message, text: whole.text, ...present("entities", whole.entities) };
}

function present<Key extends string, Item>(key: Key, items: Item[]) {
  return items.length > 0 ? ({ [key]: items } as Record<Key, Item[]>) : {};
}
