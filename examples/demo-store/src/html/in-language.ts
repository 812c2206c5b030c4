import type { Visit } from "../visits/visit.ts";
import { toProse } from "./html.ts";

/** A whole sentence in the visitor's language, as HTML. Short labels stand in both. */
export function inLanguage({ locale }: Visit, english: string, chinese: string): string {
  return toProse(locale === "zh" ? chinese : english);
}
