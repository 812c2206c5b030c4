import type { Locale } from "../chat/chat.ts";

/** The first language of those wished that the bot speaks: `zh-Hant-TW` is Chinese. */
export function chooseLocale(
  wishes: readonly (string | undefined)[],
  languages: readonly Locale[],
): Locale | undefined {
  for (const wish of wishes) {
    const language = wish?.toLowerCase().split(/[-_]/)[0];
    const spoken = languages.find((one) => one === language);
    if (spoken) return spoken;
  }
  return undefined;
}
