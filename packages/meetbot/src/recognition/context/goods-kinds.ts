import { normalize } from "../text/normalize.ts";
import { goods } from "./lexicon/goods.ts";

/** The kinds of goods that a text names, in any language: rows of the lexicon. */
export interface Kinds {
  kinds: ReadonlySet<number>;
  /** One of them is named in another language than English. */
  hasForeignKind: boolean;
}

/** `text` is in lower case and Simplified Chinese, as {@link normalize} leaves it, and {@link withoutLookalikes}. */
export function readKinds(text: string): Kinds {
  const names = [...latinNames(text), ...easternNames(text)];
  return {
    kinds: new Set(names.flatMap((name) => rowsOf.get(name) ?? [])),
    hasForeignKind: names.some((name) => foreign.has(name)),
  };
}

const latinPart = /[a-z0-9]+/g;
const eastern = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** Each name of goods, and the rows of the lexicon that list it. */
const rowsOf = new Map<string, number[]>();
const foreign = new Set<string>();
/** The first words of names that have several words, each in the singular. */
const phraseStarts = new Set<string>();
const names = goods.flatMap((languages, row) =>
  languages
    .split("|")
    .flatMap((said, column) => said.split(" ").map((name) => ({ key: keyOf(name), column, row }))),
);
for (const { key, column, row } of names) {
  rowsOf.set(key, [...(rowsOf.get(key) ?? []), row]);
  if (column > 0) foreign.add(key);
  if (key.includes(" ")) phraseStarts.add(key.slice(0, key.indexOf(" ")));
}
for (const { key, column } of names) if (column === 0) foreign.delete(key);

/** As names are compared: “sac-à-dos” is “sac a dos”. */
function keyOf(name: string): string {
  const { text } = normalize(name);
  if (eastern.test(text)) return text;
  const words = withoutAccents(text).match(latinPart) ?? [];
  return words.length > 1 ? words.map(toSingular).join(" ") : words.join("");
}

/** Words of one name: “tabla de cortar”, “brosse à dents électrique”. */
const maxNameLength = 4;

/** The names in Latin letters; of a longer one not all is read in its parts: a “sac à dos” is no “sac”. */
function latinNames(text: string): string[] {
  const words = withoutAccents(text).match(latinPart) ?? [];
  const found: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const phrase = phraseAt(words, index);
    // In “mon sac à dos”, the longer name begins after the article.
    if (phrase && wordsOf(phraseAt(words, index + 1) ?? "") <= wordsOf(phrase)) {
      found.push(phrase);
      index += wordsOf(phrase) - 1;
      // In an English name the last word says what it is: an “electric toothbrush” is a toothbrush.
      if (foreign.has(phrase)) continue;
    } else if (phrase) continue;
    const name = nameOf(words[index] ?? "");
    if (name) found.push(name);
  }
  return found;
}

const wordsOf = (phrase: string) => phrase.split(" ").length;

function phraseAt(words: readonly string[], index: number): string | undefined {
  const first = toSingular(words[index] ?? "");
  if (!phraseStarts.has(first)) return undefined;
  const said = words.slice(index, index + maxNameLength).map(toSingular);
  for (; said.length > 1; said.pop()) {
    const phrase = said.join(" ");
    if (rowsOf.has(phrase)) return phrase;
  }
  return undefined;
}

/** Characters that may follow a Japanese name of goods without making it another one: 靴届いた. */
const behindKanji = "届来着发送注买返今何未";

/**
 * A name of one kanji must stand alone, unlike 本 in 日本; a katakana name must end a word, and a short one must be all of
 * it.
 */
function boundedName(name: string): string {
  if (/^\p{Script=Han}$/u.test(name)) {
    return String.raw`(?<!\p{Script=Han})${name}(?![^\P{Script=Han}${behindKanji}])`;
  }
  if (!/[ァ-ヺー]$/.test(name)) return name;
  const isShort = /^[ァ-ヺー]{1,3}$/.test(name);
  return `${isShort ? "(?<![ァ-ヺー])" : ""}${name}(?![ァ-ヺー])`;
}

const easternOf = (of: number) =>
  names.filter(({ key, column }) => column === of && eastern.test(key)).map(({ key }) => key);
const longestFirst = (all: readonly string[]) =>
  [...new Set(all)].sort((one, other) => other.length - one.length);

const [chineseColumn, japaneseColumn] = [1, 6];
const japaneseNames = easternOf(japaneseColumn);

/** In Chinese, these mean something else or are parts of other words. */
const otherInChinese = /^(?:手袋|人形|上着|下着|水着|生花)$/;
const japaneseAlone = japaneseNames.filter(
  (name) => /^\p{Script=Han}{2,}$/u.test(name) && !otherInChinese.test(name),
);

const chineseGoods = new RegExp(
  longestFirst([...easternOf(chineseColumn), ...japaneseAlone]).join("|"),
  "gu",
);
const japaneseGoods = new RegExp(longestFirst(japaneseNames).map(boundedName).join("|"), "gu");

const kana = /[ぁ-ゖァ-ヺ]/;
/** Kana except の, which occurs in Chinese text too. */
const ownKana = /(?!の)[ぁ-ゖァ-ヺ]/;

function easternNames(text: string): string[] {
  if (!eastern.test(text)) return [];
  // Half-width letters have their marks after them.
  const composed = text.normalize("NFC");
  return [
    ...(ownKana.test(composed) ? [] : (composed.match(chineseGoods) ?? [])),
    ...(kana.test(composed) ? (composed.match(japaneseGoods) ?? []) : []),
  ];
}

/** Phrases about a telephone, a screen or a number that do not mean goods; others only look like goods. */
const noGoods =
  /手机(?:号|端|上|短信)|电脑(?:上|端)|(?:打|用|换)手机|(?:スマホ|スマートフォン|携[帯带]电话|パソコン|タブレット)(?:で|から|に|の番号)|アイスクリーム|(?:ダン|段)ボール|n[uú]mero d[eo] (?:mi |meu )?(?:m[oó]vil|celular)|keine (?:gro(?:ss|ß)e )?rolle/gu;
/** German that is English goods: “was hat das gekostet”, “bin ich angemeldet”. */
const germanVerbs =
  /(?<![a-z])(?:(?:was|wer|wann|warum|es|er|sie|wie (?:viel|lange)) hat|hat (?:das|der|die|es|er|sie|mein|meine|sich|man|nicht|noch|einen?)|ich bin|bin ich)(?![a-z])/g;

/** Removes words that only look like names of goods. */
export const withoutLookalikes = (plain: string): string =>
  plain.replace(noGoods, " ").replace(germanVerbs, " ");

/** “lámparas” is “lampara”, “Lampen” is “lampe”, “rideaux” is “rideau”, “colchões” is “colchao”. */
const endings: readonly [RegExp, string][] = [
  [/es$/, ""],
  [/n$/, ""],
  [/(?<=a)ux$/, "l"],
  [/(?<=[aeo]u)x$/, ""],
  [/oes$/, "ao"],
  [/(?<=[aeou])is$/, "l"],
  [/ns$/, "m"],
];

/** The name that a word is, or is more than one of. */
function nameOf(word: string): string | undefined {
  if (rowsOf.has(word)) return word;
  const singular = toSingular(word);
  if (rowsOf.has(singular)) return singular;
  for (const [ending, by] of endings) {
    const name = ending.test(word) ? word.replace(ending, by) : word;
    if (rowsOf.has(name)) return name;
  }
  return undefined;
}

export function withoutAccents(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("ß", "ss");
}

/** Good enough to compare two words that are treated alike: “dresses” is “dress”, “knives” is “knive”. */
export function toSingular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^su]s$/.test(word)) return word.slice(0, -1);
  return word;
}
