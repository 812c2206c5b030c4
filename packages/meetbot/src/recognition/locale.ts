import type { Locale } from "../model/conversation/locale.ts";

const han = /\p{Script=Han}/gu;
const englishWord = /(?<![\p{L}\d])[a-z]{2,}(?![\p{L}\d])/gu;

/**
 * The language of a text whose entities are masked. In a mix, a Chinese character counts as much
 * as an English word: "我的order" is Chinese, "where is my 快递" English. Null where there is neither.
 */
export function detectLocale(text: string): Locale | null {
  const characters = text.match(han)?.length ?? 0;
  const words = text.match(englishWord)?.length ?? 0;
  if (characters + words === 0) return null;
  return characters >= words ? "zh" : "en";
}
