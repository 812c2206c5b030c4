/** The languages that customers are spoken to: one line each, and a folder in `languages/`. */
export { en } from "./languages/en/language.ts";
export { zh } from "./languages/zh/language.ts";
