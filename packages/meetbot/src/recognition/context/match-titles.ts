import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { customerLocales, languages, toEnglish } from "@meetbot/presentation";
import { normalize } from "../text/normalize.ts";
import { isOneSlipApart } from "../text/one-slip.ts";
import {
  type Kinds,
  readKinds,
  toSingular,
  withoutAccents,
  withoutLookalikes,
} from "./goods-kinds.ts";
import {
  adjectives,
  chineseAdjectives,
  emptyChinese,
  emptyWords,
  goodsWithZi,
} from "./lexicon/title-words.ts";

/** Words of at least this many letters may have one wrong. */
const minSlipLength = 5;
/** Longer texts name no goods that shorter ones do not. */
const maxTextLength = 500;
/** The weight of an adjective next to a name: it decides between two items of the same name. */
const adjectiveWeight = 0.25;
/** The weight of a word with one wrong letter: “shorts” does not mean “shirts” if the shop has both. */
const slipWeight = 0.5;
/** The weight of a name in other words: a customer who says “cup” means the cup before the mug. */
const kindWeight = 0.6;

/** The words of a text by which goods could be called. */
interface Names extends Kinds {
  /** English words, in the singular, and whether each is an adjective. */
  words: ReadonlySet<string>;
  /** Pairs of adjacent Chinese characters. */
  pairs: ReadonlySet<string>;
  /** The pairs that belong to adjectives. */
  adjectivePairs: ReadonlySet<string>;
  /** Chinese characters of goods whose names take 子, or any character of a title. */
  characters: ReadonlySet<string>;
}

/**
 * Returns the indices of the items that a sentence names by words of their titles: the best matches, and any that other
 * words name, as in “the mat and the rollers”. Empty if it names none. Each entry has the titles of everything in that
 * item.
 */
export function matchTitles(text: string, titles: readonly (readonly string[])[]): number[] {
  const said = readNames(text.slice(0, maxTextLength));
  const fits = titles.map((own) =>
    own
      .map((title) => fit(said, title))
      .reduce((one, other) => (other.score > one.score ? other : one), noFit),
  );
  const best = Math.max(0, ...fits.map(({ score }) => score));
  if (best === 0) return [];
  const byBest = new Set(fits.flatMap(({ score, by }) => (score === best ? by : [])));
  return fits.flatMap(({ score, by }, index) => {
    const isByOthers = by.length > 0 && by.every((name) => !byBest.has(name));
    // The word that names the best match may also name another title's kind.
    const hasWord = by.some((name) => typeof name === "string");
    return score === best || (score >= minBeside && isByOthers && hasWord) ? [index] : [];
  });
}

/** Longer texts have words that do not name goods, and more words than these tell a story. */
const maxNaming = { text: 70, words: 3 };

const chineseNaming =
  /\p{Script=Han}{2}(?:那一?单|这一?单|那个订单|那个呢?$|的(?:快递|订单|包裹|物流))/u;

/**
 * Checks whether a short text contains a name of goods: “where are the socks”. Words of another language that are left
 * after the text was read in English count only where it asks for a fact: there the noun that is no fact's is that of
 * goods.
 */
export function namesGoods(written: string, locale: Locale, asksFact: boolean): boolean {
  if (written.length > maxNaming.text) return false;
  // Looks for names in the original text, because the English reading keeps little of Japanese.
  if (readKinds(withoutLookalikes(normalize(written).text)).hasForeignKind) return true;
  const english = toEnglish(written, locale);
  const text = english ?? written;
  const { words, pairs, characters } = readNames(text);
  const own = english === null ? undefined : owns.get(locale);
  const names = [...words].filter((word) => !adjectives.has(word) && !own?.words.has(word));
  if (names.length > maxNaming.words) return false;
  if (names.length > 0) {
    // In Chinese text, Latin letters are part of a name.
    if (chinese.test(text)) return true;
    const behind = pointedAt(text, own?.pointing ?? pointing);
    return (own === undefined || asksFact) && names.some((name) => behind.includes(name));
  }
  return characters.size > 0 || (pairs.size > 0 && chineseNaming.test(text));
}

/** How certain it is that a text names goods that match none of these titles. */
export type OtherGoods = "surely" | "maybe" | "no";

/**
 * Returns whether a text names other goods than these titles. Goods count as named if their kind is known; if a title's
 * words are unknown, the goods may still be that title's.
 */
export function mentionsOtherGoods(text: string, titles: readonly string[]): OtherGoods {
  const { kinds } = readNames(text.slice(0, maxTextLength));
  if (kinds.size === 0) return "no";
  const own = titles.map((title) => readNames(title).kinds);
  const areKnown = own.every((of) => of.size > 0);
  const isOneOf = own.some((of) => [...kinds].some((kind) => of.has(kind)));
  return isOneOf ? "no" : areKnown ? "surely" : "maybe";
}

const chinese = /\p{Script=Han}/u;

const pointing =
  /(?<![a-z])(?:the|my|our|those|these|that|about|and|any|many|an?|(?:spend|spent|pay|paid) (?:on|for)) (?=((?:[a-z0-9-]+ ?){1,3}))/g;
/** Returns the words right after an article: “the socks”, “and my new lamp”. */
function pointedAt(text: string, pattern: RegExp): string[] {
  const found = [...normalize(text).text.matchAll(pattern)].map(([, behind = ""]) => behind);
  return found.flatMap((behind) => behind.split(/[ -]/).map(toSingular));
}

/** English articles, which a text has once it was read in English, besides the articles of its own language. */
const englishArticles = "the that this my of for order";

interface Own {
  /** Its common words, as goods' names are compared. */
  words: ReadonlySet<string>;
  pointing: RegExp;
}

/** The specific words of each language that is read in English. */
const owns: ReadonlyMap<Locale, Own> = new Map(
  customerLocales.flatMap((locale): [Locale, Own][] => {
    const { words, articles } = languages[locale].reading;
    if (articles === null) return [];
    const before = `${englishArticles} ${articles}`.replaceAll(" ", "|");
    const own = {
      words: new Set(words.split(" ").map((word) => toSingular(withoutAccents(word)))),
      pointing: new RegExp(`(?<![a-z])(?:${before}) (?=((?:[a-z0-9-]+ ?){1,3}))`, "g"),
    };
    return [[locale, own]];
  }),
);

/** A title that fits less is not a second item named in the text: a word with a typo may be a different word. */
const minBeside = 0.6;

/** How well a title fits, and by which names; 0 where no name of goods is in both, whatever adjectives are. */
interface Fit {
  score: number;
  by: readonly (string | number)[];
}

const noFit: Fit = { score: 0, by: [] };

function fit(said: Names, title: string): Fit {
  const own = readNames(title);
  const by: (string | number)[] = [];
  let names = 0;
  let shades = 0;
  const add = (name: string | number, weight: number) => {
    by.push(name);
    names += weight;
  };
  for (const word of said.words) {
    if (adjectives.has(word)) shades += own.words.has(word) ? 1 : 0;
    else if (own.words.has(word)) add(word, 1);
    else if (hasLikeWord(own.words, word)) add(word, slipWeight);
  }
  for (const pair of said.pairs) if (own.pairs.has(pair)) add(pair, 1);
  for (const pair of said.adjectivePairs) if (own.adjectivePairs.has(pair)) shades += 1;
  for (const kind of said.kinds) if (own.kinds.has(kind)) add(kind, kindWeight);
  for (const character of said.characters) if (title.includes(character)) add(character, 1);
  return names === 0 ? noFit : { score: names + shades * adjectiveWeight, by };
}

/** Whether one of the words is this one but for a letter that is not the first. */
function hasLikeWord(words: ReadonlySet<string>, word: string): boolean {
  if (word.length < minSlipLength) return false;
  return [...words].some(
    (other) =>
      other.length >= minSlipLength &&
      other.charAt(0) === word.charAt(0) &&
      !adjectives.has(other) &&
      Math.abs(other.length - word.length) <= 1 &&
      isOneSlipApart(word, other),
  );
}

const latinWord = /[a-z][a-z0-9]+/g;
const han = /\p{Script=Han}+/gu;
const withZi = new RegExp(`[${goodsWithZi}](?=子)`, "gu");

function readNames(text: string): Names {
  const plain = normalize(text).text;
  const goodsAlone = withoutLookalikes(plain);
  const words = (goodsAlone.replaceAll(/'s?(?![a-z])/g, "").match(latinWord) ?? [])
    .filter((word) => !emptyWords.has(word))
    .map(toSingular)
    .filter((word) => !emptyWords.has(word));
  const named = plain.replace(emptyChinese, " ");
  return {
    words: new Set(words),
    pairs: pairsOf(named.replace(chineseAdjectives, " ")),
    adjectivePairs: new Set(named.match(chineseAdjectives) ?? []),
    characters: new Set(plain.match(withZi) ?? []),
    ...readKinds(goodsAlone),
  };
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const [run] of text.matchAll(han)) {
    for (let index = 0; index + 1 < run.length; index += 1) pairs.add(run.slice(index, index + 2));
  }
  return pairs;
}
