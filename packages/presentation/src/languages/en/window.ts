import type { WindowLanguage } from "../../window-language.ts";
import { cards } from "./cards.ts";
import { windowWords } from "./window-words.ts";

/** What a chat window loads to speak English. */
export const windowLanguage: WindowLanguage = { cards, words: windowWords };
