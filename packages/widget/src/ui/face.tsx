import { h } from "preact";
import type { ChatWords } from "./parts/words.ts";

/** The bot's picture: the first letter of its name, complete even if it takes two code units. */
export function Face(_props: object, { bot }: ChatWords) {
  return (
    <span class="face" aria-hidden="true">
      {[...bot.trim()][0]?.toUpperCase()}
    </span>
  );
}
