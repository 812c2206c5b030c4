/** The languages that customers are spoken to: one line each, and a folder in `languages/`. */
export { de } from "./languages/de/language.ts";
export { en } from "./languages/en/language.ts";
export { es } from "./languages/es/language.ts";
export { zh } from "./languages/zh/language.ts";
export { zhHant as "zh-Hant" } from "./languages/zh-Hant/language.ts";
