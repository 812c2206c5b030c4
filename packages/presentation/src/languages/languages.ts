/** The languages in which Meetbot writes to customers: each has one line here and a folder in `languages/`. */
export { de } from "./de/language.ts";
export { en } from "./en/language.ts";
export { es } from "./es/language.ts";
export { fr } from "./fr/language.ts";
export { ja } from "./ja/language.ts";
export { ptBr as "pt-BR" } from "./pt-BR/language.ts";
export { zh } from "./zh/language.ts";
export { zhHant as "zh-Hant" } from "./zh-Hant/language.ts";
