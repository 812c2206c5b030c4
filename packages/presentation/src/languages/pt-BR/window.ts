import type { WindowLanguage } from "../contract/window-language.ts";
import { cards } from "./cards.ts";
import { windowWords } from "./words/window-words.ts";

/** The texts that a chat window loads for Brazilian Portuguese. */
export const windowLanguage: WindowLanguage = { cards, words: windowWords };
