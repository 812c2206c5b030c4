import type { WindowLanguage } from "../contract/window-language.ts";
import { cards } from "./cards.ts";
import { windowWords } from "./words/window-words.ts";

/** What a chat window loads to speak Japanese. */
export const windowLanguage: WindowLanguage = { cards, words: windowWords };
