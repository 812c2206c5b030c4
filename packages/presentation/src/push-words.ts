import type { PushWords } from "./languages/contract/push-words.ts";
import type { CustomerLocale } from "./languages/customer-locale.ts";
import { pushWords as de } from "./languages/de/words/push-words.ts";
import { pushWords as en } from "./languages/en/words/push-words.ts";
import { pushWords as es } from "./languages/es/words/push-words.ts";
import { pushWords as fr } from "./languages/fr/words/push-words.ts";
import { pushWords as ja } from "./languages/ja/words/push-words.ts";
import { pushWords as ptBr } from "./languages/pt-BR/words/push-words.ts";
import { pushWords as zh } from "./languages/zh/words/push-words.ts";
import { pushWords as zhHant } from "./languages/zh-Hant/words/push-words.ts";

/**
 * The chat window's texts about web push. All languages are in one bundle, apart from the window's other texts, because
 * most conversations never load it.
 */
export const pushWords: Record<CustomerLocale, PushWords> = {
  de,
  en,
  es,
  fr,
  "pt-BR": ptBr,
  ja,
  zh,
  "zh-Hant": zhHant,
};
