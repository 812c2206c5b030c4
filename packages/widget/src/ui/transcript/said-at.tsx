import { h } from "preact";
import type { Entry } from "../../chat/chat.ts";
import { sayTime } from "../../format/clock.ts";
import type { Words } from "../parts/words.ts";

/** When something was said; nothing where that is not known. */
export function SaidAt(
  { entry, before }: { entry: Entry; before: Entry | undefined },
  words: Words,
) {
  const { at } = entry;
  return at && <time class="quiet">{sayTime(at, before?.at, words.reader.language.tag)}</time>;
}
