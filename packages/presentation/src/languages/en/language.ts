import type { Language } from "../../language.ts";
import { cards } from "./cards.ts";
import { windowLanguage } from "./window.ts";

/** English. */
export const en: Language = { cards, window: windowLanguage };
