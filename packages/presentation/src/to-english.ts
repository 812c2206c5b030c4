import { type CustomerLocale, languages } from "./customer-locale.ts";

/**
 * What a customer wrote with the words that their language declares read in English, which recognition
 * is trained for; numbers, emails and all else stay as they are. `null`: their language needs none of it.
 */
export function toEnglish(written: string, locale: CustomerLocale): string | null {
  const { glossary } = languages[locale].reading;
  if (!glossary) return null;
  const { pattern, meanings } = compiled(locale, glossary);
  return unaccented(written).replace(pattern, (said) => meanings.get(keyOf(said)) ?? said);
}

interface Compiled {
  pattern: RegExp;
  meanings: ReadonlyMap<string, string>;
}
const cache = new Map<CustomerLocale, Compiled>();

function compiled(locale: CustomerLocale, glossary: Readonly<Record<string, string>>): Compiled {
  const known = cache.get(locale);
  if (known) return known;
  const meanings = new Map(Object.entries(glossary).map(([said, meant]) => [keyOf(said), meant]));
  // The longest first: "mi pedido" before "mi". A part of a number or of an address is no word.
  const said = [...meanings.keys()].sort((one, two) => two.length - one.length);
  const any = said.map((one) => one.replaceAll(".", "\\.").replaceAll(" ", "\\s{1,3}")).join("|");
  const made = {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}_@./-])(?:${any})(?![\\p{L}\\p{N}_@/]|[.-][\\p{L}\\p{N}])`,
      "giu",
    ),
    meanings,
  };
  cache.set(locale, made);
  return made;
}

const unaccented = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
const keyOf = (said: string) => unaccented(said).toLowerCase().replace(/\s+/g, " ");
