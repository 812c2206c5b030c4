import { isOneSlipApart } from "../text/one-slip.ts";
import { lookalikes, mended, plainWords } from "./lexicon/plain-words.ts";

/** An utterance in plain form: separate clauses without punctuation, with all short forms spelled out. */
export interface PlainClauses {
  /** The text that all patterns search, with one clause per line. */
  text: string;
  /** The start index of each line. */
  starts: readonly number[];
}

const words: ReadonlyMap<string, string> = new Map(Object.entries(plainWords));
const known: ReadonlySet<string> = new Set([...mended, ...lookalikes]);
const mendedByFirst = Map.groupBy(mended, (word) => word.charAt(0));

/** Shorter words are left alone: too many of them are one letter apart. */
const minMendedLength = 5;
const maxMendedLength = 12;

/** Endings after an apostrophe; “'s” is a verb only after some words, otherwise a possessive. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/n't$/, " not"],
  [/'re$/, " are"],
  [/'ve$/, " have"],
  [/'ll$/, " will"],
  [/'m$/, " am"],
  [/'d$/, " would"],
  [
    /(?<=^(?:it|that|what|where|when|who|how|there|here|he|she|this|everything|something|one|thing|glass|box))'s$/,
    " is",
  ],
  [/'s?$/, ""],
];

/** Marks where a second question starts in the same sentence. */
const nextQuestion =
  / (?:and|or|also|but|plus|so|then) (?=(?:when|what|where|who|how|which|whose|did|is|are|has|have|was|will|can|could|do|does|please|why)(?![a-z]))/g;

const word = /(?<![<])[a-z0-9]+(?:'[a-z]+)?(?![>])/g;
const signs = /[^\p{L}\p{N}\p{M}'<>#%$€£¥]+/gu;

function expandContractions(said: string): string {
  const plain = words.get(said);
  if (plain !== undefined) return plain;
  if (said.includes("'")) {
    const [ending, full] = endings.find(([pattern]) => pattern.test(said)) ?? [/$/, ""];
    return said.replace(ending, full);
  }
  if (said.length < minMendedLength || said.length > maxMendedLength || known.has(said))
    return said;
  return mendedByFirst.get(said.charAt(0))?.find((meant) => isOneSlipApart(said, meant)) ?? said;
}

/** Puts the clauses of a masked utterance plainly. Linear. */
export function plainClauses(clauses: readonly string[]): PlainClauses {
  const lines = clauses
    .map((clause) => clause.replace(signs, " ").trim().replace(word, expandContractions))
    .flatMap((clause) => clause.replace(nextQuestion, "\n").split("\n"))
    .filter((line) => line !== "");
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  return { text: lines.join("\n"), starts };
}

/** Which clause an index of the text is in. */
export function clauseAt({ starts }: PlainClauses, index: number): number {
  return starts.findLastIndex((start) => start <= index);
}
