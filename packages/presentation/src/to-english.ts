import type { Reading } from "./languages/contract/reading.ts";
import { type CustomerLocale, customerLocales, languages } from "./languages/customer-locale.ts";
import { expandChoices } from "./text/expand-choices.ts";

/**
 * Translates the words of a customer's message that their language's glossary lists into English, which recognition is
 * trained on; numbers, emails and everything else stay unchanged. `null` if the language needs no translation.
 */
export function toEnglish(written: string, locale: CustomerLocale): string | null {
  const glossary = glossaryOf(locale);
  if (!glossary) return null;
  if (glossary.isUnparted) {
    const text = written.normalize("NFKC");
    return readPhrases(languages[locale].reading.readDates?.(text) ?? text, glossary)
      .replace(unreadKana, " ")
      .replace(/(?<! ) {2,}/g, " ")
      .trim();
  }
  const plain = unaccented(written).replace(betweenWords, " ").replace(apostrophe, "'");
  return readPhrases(glossary.fillers ? plain.replace(glossary.fillers, "") : plain, glossary);
}

interface Glossary {
  /** The meanings by phrase, in lower case and without accents. */
  meanings: ReadonlyMap<string, string>;
  /** How long the phrases are that begin with a word, or with a character where nothing parts words; the longest first. */
  lengths: ReadonlyMap<string, readonly number[]>;
  /** Whether the language writes words without spaces. */
  isUnparted: boolean;
  fillers: RegExp | null;
}

/** The longest phrase at each place is read: "mi pedido" before "mi". */
function readPhrases(text: string, glossary: Glossary): string {
  const { isUnparted } = glossary;
  const lower = text.toLowerCase();
  // A letter with a longer lower-case form would shift the positions of the others.
  const spoken = lower.length === text.length ? lower : text;
  const starts = spoken.matchAll(isUnparted ? anyCharacter : wordStart);
  let read = "";
  let end = 0;
  for (const { index, 0: first } of starts) {
    if (index < end) continue;
    const said = findPhrase(spoken, { index, first }, glossary);
    if (said === null) continue;
    const meant = glossary.meanings.get(said) ?? said;
    read += text.slice(end, index) + (isUnparted ? ` ${meant} ` : meant);
    end = index + said.length;
  }
  return read + text.slice(end);
}

function findPhrase(
  text: string,
  { index, first }: { index: number; first: string },
  { meanings, lengths, isUnparted }: Glossary,
): string | null {
  for (const length of lengths.get(first) ?? []) {
    const said = text.slice(index, index + length);
    if (!meanings.has(said)) continue;
    if (isUnparted || !goesOn.test(text.slice(index + length, index + length + 2))) return said;
  }
  return null;
}

const unaccented = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
/** White space between words, within a line; between the groups of a number it stays as it is. */
const betweenWords = /(?<=\p{L})[^\S\n]{1,3}(?=\p{L})/gu;

/** Unread text of a language without spaces: endings and particles; names in katakana stay. */
const unreadKana = /[\p{Script=Hiragana}\p{Script=Han}]+/gu;
const apostrophe = /[’ʼ]/g;

/** Matches the beginning of a word; parts of a number or an address do not count. */
const wordStart = /(?<![\p{L}\p{N}_@./-])\p{L}+/gu;
const anyCharacter = /./gsu;
/** The characters after a phrase that continue its last word. */
const goesOn = /^(?:[\p{L}\p{N}_@/]|[.-][\p{L}\p{N}])/u;
const firstWord = /^\p{L}+/u;

const apartMarks = /['-]/;

/** A phrase as people write it: “j'ai” is “j ai” and “jai” too, and “est-il” is “est il”. */
function spellingsOf(said: string): string[] {
  if (!apartMarks.test(said)) return [said];
  const apart = said.replaceAll("-", " ");
  return [apart, apart.replaceAll("'", " "), apart.replaceAll("'", "")];
}

/** Lists all phrases of a glossary, with each choice expanded. */
const listPhrases = (glossary: NonNullable<Reading["glossary"]>): [said: string, meant: string][] =>
  glossary
    .flatMap((table) => Object.entries(table))
    .flatMap(([said, meant]) => expandChoices(said).map((one): [string, string] => [one, meant]));

function lengthsOf(phrases: Iterable<string>, first: RegExp): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const said of phrases) {
    const [start = ""] = first.exec(said) ?? [];
    lengths.set(start, (lengths.get(start) ?? new Set()).add(said.length));
  }
  return new Map([...lengths].map(([start, all]) => [start, [...all].sort((a, b) => b - a)]));
}

const firstCharacter = /^./su;

/** Of a language that does not part its words. */
function unparted(phrases: readonly [string, string][]): Glossary {
  const meanings = new Map(phrases.map(([said, meant]) => [said.toLowerCase(), meant]));
  const lengths = lengthsOf(meanings.keys(), firstCharacter);
  return { meanings, lengths, isUnparted: true, fillers: null };
}

function parted(phrases: readonly [string, string][], fillers: RegExp | null): Glossary {
  const meanings = new Map(
    phrases.map(([said, meant]) => [unaccented(said).toLowerCase(), meant] as const),
  );
  for (const [said, meant] of [...meanings]) {
    const plain = fillers ? said.replace(fillers, "") : said;
    for (const one of [...spellingsOf(said), ...(plain === said ? [] : spellingsOf(plain))]) {
      if (!meanings.has(one)) meanings.set(one, meant);
    }
  }
  return { meanings, lengths: lengthsOf(meanings.keys(), firstWord), isUnparted: false, fillers };
}

/** Matches fillers only between two words: at the beginning or the end they may be the whole message. */
const fillerPatterns: ReadonlyMap<string, RegExp> = new Map(
  customerLocales.flatMap((locale): [string, RegExp][] => {
    const { fillers }: Reading = languages[locale].reading;
    const any = fillers && unaccented(fillers).replaceAll(" ", "|");
    return fillers ? [[fillers, new RegExp(`(?<=\\p{L} )(?:${any}) (?=\\p{L})`, "giu")]] : [];
  }),
);
const fillersOf = (fillers = "") => fillerPatterns.get(fillers) ?? null;

function prepare(locale: CustomerLocale): Glossary | null {
  const { glossary, script, fillers }: Reading = languages[locale].reading;
  if (!glossary) return null;
  const phrases = listPhrases(glossary);
  return script === "Kana" ? unparted(phrases) : parted(phrases, fillersOf(fillers));
}

/** Each glossary is prepared when a customer first writes in its language: most shops need few of them. */
const glossaries = new Map<CustomerLocale, Glossary | null>();

function glossaryOf(locale: CustomerLocale): Glossary | null {
  const known = glossaries.get(locale);
  if (known !== undefined) return known;
  const glossary = prepare(locale);
  glossaries.set(locale, glossary);
  return glossary;
}
