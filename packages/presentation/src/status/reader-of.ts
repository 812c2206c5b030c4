import type { Reader } from "../languages/contract/card-language.ts";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { stageOf } from "./stage-of.ts";

/** Who reads in a language, for the functions that draw cards. */
export function readerOf(
  locale: CustomerLocale,
  where: Omit<Reader, "language" | "stageOf"> = {},
): Reader {
  return { language: languages[locale].cards, stageOf, ...where };
}
