import { h } from "preact";
import type { SaidText } from "../../chat/reply.ts";
import type { ChatWords } from "../parts/words.ts";

/** Renders a text of the bot, an agent or the merchant; its links work once that part of the window has loaded. */
export function LinkedText(said: SaidText, { late }: ChatWords) {
  return late.LinkedText ? <late.LinkedText {...said} /> : said.text;
}
