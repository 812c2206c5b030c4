import { h } from "preact";
import type { Words } from "../parts/words.ts";

/** A text of the bot or the operator; what leads somewhere is a link once that part of the window is there. */
export function LinkedText({ text }: { text: string }, { late }: Words) {
  return late.LinkedText ? <late.LinkedText text={text} /> : text;
}
