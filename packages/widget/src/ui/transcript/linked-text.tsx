import { h } from "preact";
import { splitLinks } from "../../format/links.ts";
import type { Words } from "../parts/words.ts";

/** A text of the bot or the operator: text nodes and links, never markup. */
export function LinkedText({ text }: { text: string }, { phrases }: Words) {
  return splitLinks(text).map((piece) =>
    piece.href ? (
      <a href={piece.href} target="_blank" rel="noopener noreferrer">
        {piece.text}
        <span class="unseen"> {phrases.newTab}</span>
      </a>
    ) : (
      piece.text
    ),
  );
}
