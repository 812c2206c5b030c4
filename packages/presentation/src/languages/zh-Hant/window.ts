import type { WindowLanguage } from "../contract/window-language.ts";
import { cards } from "./cards.ts";
import { windowWords } from "./words/window-words.ts";

/** The texts that a chat window loads for Traditional Chinese. */
export const windowLanguage: WindowLanguage = { cards, words: windowWords };
