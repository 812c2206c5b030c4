import type { CardLanguage } from "./card-language.ts";
import type { WindowLanguage } from "./window-language.ts";

/** All that Meetbot says to customers in one language. */
export interface Language {
  cards: CardLanguage;
  window: WindowLanguage;
}
