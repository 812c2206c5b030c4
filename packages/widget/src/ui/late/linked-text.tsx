import type { Words } from "../parts/words.ts";
import { splitLinks } from "./split-links.ts";
import { h, isWebUrl } from "./tools.ts";

/** A text of the bot or the operator: text nodes and links, never markup. */
export function LinkedText({ text }: { text: string }, { phrases }: Words) {
  return splitLinks(text, isWebUrl).map((piece) =>
    piece.href ? (
      isWebUrl(piece.href) ? (
        <a href={piece.href} target="_blank" rel="noopener noreferrer">
          {piece.text}
          <span class="unseen"> {phrases.newTab}</span>
        </a>
      ) : (
        <a href={piece.href}>{piece.text}</a>
      )
    ) : (
      piece.text
    ),
  );
}
