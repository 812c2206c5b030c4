import { type CustomerLocale, languages } from "../languages/customer-locale.ts";

const formats = new Map<string, Intl.ListFormat>();

/** Several parts as a sentence names them: “a, b and c”. */
export function enumerate(parts: readonly string[], locale: CustomerLocale): string {
  const { tag } = languages[locale].cards;
  const format = formats.get(tag) ?? new Intl.ListFormat(tag, { type: "conjunction" });
  formats.set(tag, format);
  return format.format(parts);
}
