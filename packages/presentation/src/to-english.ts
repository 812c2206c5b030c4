import { type CustomerLocale, customerLocales, languages } from "./customer-locale.ts";

/**
 * What a customer wrote with the words that their language declares read in English, which recognition
 * is trained for; numbers, emails and all else stay as they are. `null`: their language needs none of it.
 */
export function toEnglish(written: string, locale: CustomerLocale): string | null {
  const { pattern, meanings } = glossaries.get(locale) ?? {};
  if (!pattern) return null;
  return unaccented(written).replace(pattern, (said) => meanings?.get(keyOf(said)) ?? said);
}

interface Glossary {
  pattern: RegExp;
  meanings: ReadonlyMap<string, string>;
}

const unaccented = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
const keyOf = (said: string) => unaccented(said).toLowerCase().replace(/\s+/g, " ");

const glossaries: ReadonlyMap<CustomerLocale, Glossary> = new Map(
  customerLocales.flatMap((locale): [CustomerLocale, Glossary][] => {
    const { glossary } = languages[locale].reading;
    if (!glossary) return [];
    const meanings = new Map(Object.entries(glossary).map(([said, meant]) => [keyOf(said), meant]));
    // The longest first: "mi pedido" before "mi".
    const said = [...meanings.keys()].sort((one, two) => two.length - one.length);
    const any = said.map((one) => one.replaceAll(".", "\\.").replaceAll(" ", "\\s{1,3}")).join("|");
    // A part of a number or of an address is no word.
    const before = "(?<![\\p{L}\\p{N}_@./-])";
    const after = "(?![\\p{L}\\p{N}_@/]|[.-][\\p{L}\\p{N}])";
    return [[locale, { pattern: new RegExp(`${before}(?:${any})${after}`, "giu"), meanings }]];
  }),
);
