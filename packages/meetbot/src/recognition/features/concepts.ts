import { en } from "../lexicon/en.ts";
import type { Concept, Saying } from "../lexicon/lexicon.ts";
import { zh } from "../lexicon/zh.ts";
import { createPhraseMatcher, type PhraseList } from "../matching/phrase-matcher.ts";
import { compilePhrases, type Gaps, type Letters } from "../matching/phrase-syntax.ts";

/** The concepts found in a clause, each with the words that gave it. */
export type Findings = ReadonlyMap<Concept, string>;

/** The meaning of `…`: a few words of the same clause. */
const gaps: Gaps = {
  Latin: "\\b[^.!?,;\\n]{0,36}?\\b",
  Han: "[^.!?,;。、\\s]{0,10}?",
};

const lexicons = [
  { letters: "Latin", lexicon: en },
  { letters: "Han", lexicon: zh },
] as const;

const listsOf = <Key extends string>(
  table: Readonly<Record<Key, readonly string[]>>,
  letters: Letters,
): PhraseList<Key>[] =>
  (Object.keys(table) as Key[]).map((meaning) => ({
    ...{ meaning, letters },
    phrases: table[meaning],
  }));

const match = createPhraseMatcher<{ concepts: Concept }>(
  { concepts: lexicons.flatMap(({ letters, lexicon }) => listsOf(lexicon.concepts, letters)) },
  gaps,
);

/** Finds the concepts of one clause, in every language it has letters of. */
export function findConcepts(clause: string): Findings {
  const text = toSingleSpaces(clause);
  const found = new Map<Concept, string>();
  for (const { meaning, index, end } of match(text).concepts) {
    if (!found.has(meaning)) found.set(meaning, text.slice(index, end));
  }
  return found;
}

/** A space in a phrase matches exactly one space. */
const toSingleSpaces = (text: string): string =>
  /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ") : text;

/** A saying, and the pattern that finds it at a position. */
type Placed = readonly [Saying, RegExp];

const matchSayings = createPhraseMatcher<{ sayings: Placed }>(
  {
    sayings: lexicons.flatMap(({ letters, lexicon }) =>
      listsOf(lexicon.sayings, letters).map(({ meaning, phrases }) => ({
        meaning: [meaning, compilePhrases(phrases, letters, gaps, "y")] as const,
        ...{ letters, phrases, isHint: true },
      })),
    ),
  },
  gaps,
);

/** Longer utterances are more than a greeting, a thank-you or a word of command. */
const maxSayingsLength = 80;
const sign = /[\s\p{P}\p{S}\p{M}]+/uy;
/** A customer who sends one of these and nothing else is content; Messenger's thumb is one. */
const contentSign = /👍|👌|🙏|👏|❤/u;

/**
 * Returns the known phrases that make up a text, or null if it contains anything else. Matches the longest phrase at
 * each position.
 */
export function readSayings(words: string): ReadonlyMap<Saying, string> | null {
  if (words.length > maxSayingsLength) return null;
  const text = toSingleSpaces(words);
  const { sayings } = matchSayings(text);
  const found = new Map<Saying, string>();
  let index = 0;
  while (index < text.length) {
    sign.lastIndex = index;
    if (sign.test(text)) {
      index = sign.lastIndex;
      continue;
    }
    let longest: [Saying, string] | null = null;
    for (const { meaning } of sayings) {
      const [saying, pattern] = meaning;
      pattern.lastIndex = index;
      const said = pattern.exec(text)?.[0] ?? "";
      if (said.length > (longest?.[1].length ?? 0)) longest = [saying, said];
    }
    if (!longest) return null;
    found.set(...longest);
    index += longest[1].length;
  }
  const content = contentSign.exec(text);
  if (content && [...found.keys()].every((saying) => saying === "filler")) {
    found.set("thanks", content[0]);
  }
  return found;
}
