import { h } from "preact";
import type { SaidText } from "../../chat/reply.ts";
import type { ChatWords } from "../parts/words.ts";

/** A text of the bot or the operator; what leads somewhere is a link once that part of the window is there. */
export function LinkedText(said: SaidText, { late }: ChatWords) {
  return late.LinkedText ? <late.LinkedText {...said} /> : said.text;
}
