import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { matchLocale } from "@meetbot/presentation";

/**
 * Returns the first requested language that the bot speaks: `zh-TW` is Chinese, and Traditional if the bot speaks that.
 */
export function chooseLocale(
  wishes: readonly (string | undefined)[],
  languages: readonly Locale[],
): Locale | undefined {
  for (const wish of wishes) {
    const spoken = matchLocale(wish ?? "", languages);
    if (spoken) return spoken;
  }
  return undefined;
}
