import type { Reading } from "./languages/contract/reading.ts";
import { type CustomerLocale, customerLocales, languages } from "./languages/customer-locale.ts";
import { otherLanguages } from "./languages/other-languages.ts";

/** In which language a text is. */
export interface Identified {
  /** `null` when nothing indicates a language: the bot keeps the customer's previous one. */
  locale: CustomerLocale | null;
  /** Whether the text is certainly in a language that Meetbot does not support. */
  isOther: boolean;
}

/** Context for identifying a text's language. */
export interface IdentifyOptions {
  /** The language of the conversation so far; it decides where the text does not. */
  before?: CustomerLocale | undefined;
  /** The text with its original characters, if `text` has them folded. */
  written?: string;
}

const han = /\p{Script=Han}/gu;
const ownKana = /(?!の)[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const asciiWord = /(?<![\p{L}\d])[a-z]{2,}(?![\p{L}\d])/gu;
const latinWord = /\p{Script=Latin}+(?:['’]\p{Script=Latin}+)*/gu;
const otherLetter = /(?!\p{Script=Latin}|\p{Script=Han})\p{L}/gu;

/** How many words of a language a longer text must contain: a single one may be a name or a loan word. */
const surelyWords = 2;

/** A text of up to this many words must be entirely in a language to count as that language. */
const shortWords = 3;

/** In letters. A word as short as “e” is one in many languages. */
const minSureLength = 2;

const unknown: Identified = { locale: null, isOther: false };
const other: Identified = { locale: null, isOther: true };

/**
 * Identifies the language of a lower-case text without its numbers and addresses. In a mix, a Chinese character counts
 * as much as a word: "我的order" is Chinese, "where is my 快递" English.
 */
export function identifyLanguage(text: string, options: IdentifyOptions = {}): Identified {
  const characters = count(text, han);
  const words = count(text, asciiWord);
  const letters = count(text, otherLetter);
  const kana = letters + characters > 0 ? byKana(text, { characters, words }, options) : null;
  if (kana) return { locale: kana, isOther: false };
  if (letters >= surelyWords && letters >= Math.max(characters / 2, words)) return other;
  if (characters > 0 && characters >= words) {
    return { locale: byCharacters(options.written ?? text, options.before), isOther: false };
  }
  return byWords(text, words > 0, options.before);
}

/**
 * Identifies Japanese by a single kana other than の, which Chinese uses too. A text without kana is Japanese if the
 * conversation was in Japanese and no character marks it as Chinese.
 */
function byKana(
  text: string,
  counted: { characters: number; words: number },
  { before, written = text }: IdentifyOptions,
): CustomerLocale | null {
  const [japanese] = kanaLocales;
  if (japanese === undefined) return null;
  const own = count(text, ownKana);
  const all = own + counted.characters;
  if (own > 0) return all >= counted.words ? japanese : null;
  const { foreignCharacters = "" } = languages[japanese].reading;
  const isForeign = () => [...written].some((one) => foreignCharacters.includes(one));
  return before === japanese && all > 0 && all >= counted.words && !isForeign() ? japanese : null;
}

function byCharacters(written: string, before?: CustomerLocale): CustomerLocale {
  const candidates = readIn("Han");
  const marks = candidates.map((locale) => ({
    locale,
    marks: [...written].filter((one) => languages[locale].reading.characters.includes(one)).length,
  }));
  const [first, second] = marks.sort((one, two) => two.marks - one.marks);
  if (first && first.marks > (second?.marks ?? 0)) return first.locale;
  return candidates.find((locale) => locale === before) ?? homes.Han;
}

function byWords(text: string, hasAscii: boolean, before?: CustomerLocale): Identified {
  const words = (text.match(latinWord) ?? []).map(unaccented);
  const home = homes.Latin;
  const own = before && before !== home && languages[before].reading.script === "Latin";
  const usual: Identified = hasAscii && !own ? { locale: home, isOther: false } : unknown;
  if (words.length === 0) return usual;
  const scores = lexicons.map((one) => scoreOf(one, words, text));
  const homeScore = scores.find(({ name }) => name === home)?.score ?? 0;
  const best = scores.filter(({ name }) => name !== home).reduce(stronger(before));
  const isShort =
    words.length <= shortWords &&
    best.words === words.length &&
    words.join("").length >= minSureLength;
  const beforeScore = own ? (scores.find(({ name }) => name === before)?.score ?? 0) : 0;
  if (best.score > homeScore && (best.score >= surelyWords || isShort)) {
    if (best.name !== before && !isSurely(best.score, beforeScore)) return unknown;
    return best.isSpoken ? { locale: best.name as CustomerLocale, isOther: false } : other;
  }
  return own && homeScore > beforeScore ? { locale: home, isOther: false } : usual;
}

/** Languages share small words, so one word more is not enough to switch from the previous language. */
const isSurely = (score: number, before: number) =>
  score > 0 && (before === 0 || score >= before + surelyWords);

interface Lexicon {
  name: string;
  isSpoken: boolean;
  words: ReadonlySet<string>;
  characters: readonly string[];
}
type Score = { name: string; isSpoken: boolean; words: number; score: number };

function scoreOf(
  { name, isSpoken, words, characters }: Lexicon,
  said: string[],
  text: string,
): Score {
  const known = said.filter((word) => words.has(word)).length;
  const sign = characters.some((one) => text.includes(one)) ? 1 : 0;
  return { name, isSpoken, words: known, score: known + sign };
}

/** Of two equally likely languages, picks the one used before, else the local one. */
const stronger = (before?: CustomerLocale) => (one: Score, two: Score) =>
  two.score > one.score || (two.score === one.score && two.name === before) ? two : one;

const readIn = (script: Reading["script"]) =>
  customerLocales.filter((locale) => languages[locale].reading.script === script);

/**
 * Returns the language with this script that recognition is trained for, used as the default when nothing else
 * identifies the language. Throws a RangeError if there is none, which is a bug in the table of languages.
 */
function homeOf(script: Reading["script"]): CustomerLocale {
  const home = readIn(script).find((locale) => languages[locale].reading.glossary === null);
  if (home === undefined) throw new RangeError(`No language in ${script} is understood by itself.`);
  return home;
}

const kanaLocales = readIn("Kana");

const homes = { Latin: homeOf("Latin"), Han: homeOf("Han") };

const unaccented = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").replace("’", "'");
const wordsOf = (list: string) => new Set(list.split(" ").map(unaccented));
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

const lexicons: readonly Lexicon[] = [
  ...readIn("Latin").map((name) => {
    const { words, characters } = languages[name].reading;
    return { name, isSpoken: true, words: wordsOf(words), characters: [...characters] };
  }),
  ...Object.entries(otherLanguages).map(([name, words]) => {
    return { name, isSpoken: false, words: wordsOf(words), characters: [] };
  }),
];
