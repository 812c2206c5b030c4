import { type CustomerLocale, customerLocales, languages } from "./languages/customer-locale.ts";

/**
 * What a customer wrote with the words that their language declares read in English, which recognition
 * is trained for; numbers, emails and all else stay as they are. `null`: their language needs none of it.
 */
export function toEnglish(written: string, locale: CustomerLocale): string | null {
  const { pattern, meanings, isUnparted } = glossaries.get(locale) ?? {};
  if (!pattern) return null;
  if (isUnparted) {
    const text = written.normalize("NFKC");
    return (languages[locale].reading.readDates?.(text) ?? text)
      .replace(pattern, (said) => ` ${meanings?.get(said) ?? said} `)
      .replace(unreadKana, " ")
      .replace(/(?<! ) {2,}/g, " ")
      .trim();
  }
  return unaccented(written)
    .replace(betweenWords, " ")
    .replace(apostrophe, "'")
    .replace(pattern, (said) => meanings?.get(said.toLowerCase()) ?? said);
}

interface Glossary {
  pattern: RegExp;
  meanings: ReadonlyMap<string, string>;
  /** Its words stand without anything between them. */
  isUnparted: boolean;
}

const unaccented = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
/** White space between words, within a line; between the groups of a number it stays as it is. */
const betweenWords = /(?<=\p{L})[^\S\n]{1,3}(?=\p{L})/gu;

/** What is left of a text that does not part its words: endings and particles; names in katakana stay. */
const unreadKana = /[\p{Script=Hiragana}\p{Script=Han}]+/gu;
const apostrophe = /[’ʼ]/g;

/** A phrase as people write it: “j'ai” is “j ai” and “jai” too, and “est-il” is “est il”. */
function spellingsOf(said: string): string[] {
  const apart = said.replaceAll("-", " ");
  return [apart, apart.replaceAll("'", " "), apart.replaceAll("'", "")];
}

/** Of a language that does not part its words: the longest that stands anywhere. */
function unparted(glossary: Readonly<Record<string, string>>): Glossary {
  const meanings = new Map(Object.entries(glossary));
  const said = [...meanings.keys()].sort((one, two) => two.length - one.length);
  return { pattern: new RegExp(said.join("|"), "gu"), meanings, isUnparted: true };
}

const glossaries: ReadonlyMap<CustomerLocale, Glossary> = new Map(
  customerLocales.flatMap((locale): [CustomerLocale, Glossary][] => {
    const { glossary, script } = languages[locale].reading;
    if (!glossary) return [];
    if (script === "Kana") return [[locale, unparted(glossary)]];
    const meanings = new Map(
      Object.entries(glossary).map(([said, meant]) => [unaccented(said).toLowerCase(), meant]),
    );
    for (const [said, meant] of [...meanings]) {
      for (const one of spellingsOf(said)) if (!meanings.has(one)) meanings.set(one, meant);
    }
    // The longest first: "mi pedido" before "mi".
    const said = [...meanings.keys()].sort((one, two) => two.length - one.length);
    const any = said.map((one) => one.replaceAll(".", "\\.")).join("|");
    // A part of a number or of an address is no word.
    const before = "(?<![\\p{L}\\p{N}_@./-])";
    const after = "(?![\\p{L}\\p{N}_@/]|[.-][\\p{L}\\p{N}])";
    const pattern = new RegExp(`${before}(?:${any})${after}`, "giu");
    return [[locale, { pattern, meanings, isUnparted: false }]];
  }),
);
