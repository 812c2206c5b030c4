import type { Locale } from "../chat/chat.ts";

/** The first language of those wished that the window speaks: `zh-Hant-TW` is Chinese. */
export function chooseLocale(wishes: readonly (string | undefined)[]): Locale | undefined {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0];
    if (language === "en" || language === "zh") return language;
  }
  return undefined;
}
