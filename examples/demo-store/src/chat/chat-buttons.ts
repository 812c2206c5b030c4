import type { Shop } from "../database/shop.ts";
import { toProse } from "../html/html.ts";

/** A sentence for the bot: a tap says it in the chat; where the shop has none, it can be copied. */
export function renderSentence({ chat }: Shop, sentence: string): string {
  const words = toProse(sentence);
  return chat ? `<button type="button" class="say">${words}</button>` : `<code>${words}</code>`;
}

/** Opens the chat with nothing said yet. */
export function renderOpenChat({ chat }: Shop): string {
  const label = toProse("Open the chat 打开聊天");
  return chat ? `<button type="button" class="open-chat">${label}</button>` : "";
}
