import type { PersonWords } from "./languages/contract/person-words.ts";
import type { CustomerLocale } from "./languages/customer-locale.ts";
import { personWords as de } from "./languages/de/words/person-words.ts";
import { personWords as en } from "./languages/en/words/person-words.ts";
import { personWords as es } from "./languages/es/words/person-words.ts";
import { personWords as fr } from "./languages/fr/words/person-words.ts";
import { personWords as ja } from "./languages/ja/words/person-words.ts";
import { personWords as ptBr } from "./languages/pt-BR/words/person-words.ts";
import { personWords as zh } from "./languages/zh/words/person-words.ts";
import { personWords as zhHant } from "./languages/zh-Hant/words/person-words.ts";

/**
 * The chat window's texts while a person answers. All languages are in one bundle, apart from the window's other
 * texts, because most conversations never load it.
 */
export const personWords: Record<CustomerLocale, PersonWords> = {
  de,
  en,
  es,
  fr,
  "pt-BR": ptBr,
  ja,
  zh,
  "zh-Hant": zhHant,
};
