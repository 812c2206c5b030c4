import type { Locale } from "../chat/chat.ts";

/** The language tag of each locale, for `lang` and for Intl. */
export const languages: Record<Locale, string> = { en: "en-US", zh: "zh-CN" };
