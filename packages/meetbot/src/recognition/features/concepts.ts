import type { Reading } from "@meetbot/presentation";
import { en } from "../lexicon/en.ts";
import type { Concept, Lexicon, Saying } from "../lexicon/lexicon.ts";
import { zh } from "../lexicon/zh.ts";

/** The concepts found in a clause, each with the words that gave it. */
export type Findings = ReadonlyMap<Concept, string>;

/** The letters of the languages that recognition is trained for; Chinese has no spaces between words. */
type Script = Reading["script"];

/** What `…` stands for: a few words of the same clause. Bounded, so that matching stays linear. */
const gaps: Readonly<Record<Script, string>> = {
  Latin: "\\b[^.!?,;\\n]{0,36}?\\b",
  Han: "[^.!?,;。、\\s]{0,10}?",
};

function toSource(entries: readonly string[], letters: Script): string {
  const source = entries
    .join("|")
    .replace(/ ?… ?/g, "…")
    .replace(/(?<=[a-z])\*/g, "[a-z]*")
    .replaceAll(" ", "\\s+")
    .replaceAll("…", gaps[letters]);
  return letters === "Latin" ? `(?<![a-z0-9'])(?:${source})(?![a-z0-9])` : `(?:${source})`;
}

function compile<Key extends string>(
  shelf: Readonly<Record<Key, readonly string[]>>,
  letters: Script,
  flags: string,
): [Key, RegExp][] {
  return (Object.keys(shelf) as Key[]).map((key) => [
    key,
    new RegExp(toSource(shelf[key], letters), flags),
  ]);
}

/** A few concepts, and one pattern that tells at once of a clause that has none of them. */
interface Group {
  any: RegExp;
  each: [Concept, RegExp][];
}

/** The best of 1 to 12 for both languages: it saves a third of the time. */
const groupSize = 5;

function group({ concepts }: Lexicon, letters: Script): Group[] {
  const each = compile(concepts, letters, "");
  return Array.from({ length: Math.ceil(each.length / groupSize) }, (_, index) => {
    const own = each.slice(index * groupSize, (index + 1) * groupSize);
    const entries = own.flatMap(([concept]) => concepts[concept]);
    return { any: new RegExp(toSource(entries, letters)), each: own };
  });
}

interface Patterns {
  script: RegExp;
  groups: Group[];
  sayings: [Saying, RegExp][];
}

const patternsOf = (lexicon: Lexicon, letters: Script, script: RegExp): Patterns => ({
  script,
  groups: group(lexicon, letters),
  sayings: compile(lexicon.sayings, letters, "y"),
});

const languages: readonly Patterns[] = [
  patternsOf(en, "Latin", /[a-z]/),
  patternsOf(zh, "Han", /\p{Script=Han}/u),
];

/** Finds the concepts of one clause, in every language it has letters of. */
export function findConcepts(clause: string): Findings {
  const found = new Map<Concept, string>();
  for (const { script, groups } of languages) {
    if (!script.test(clause)) continue;
    for (const { any, each } of groups) {
      // `search` makes no array of what is captured, and most patterns are not found.
      if (clause.search(any) < 0) continue;
      for (const [concept, pattern] of each) {
        if (clause.search(pattern) < 0 || found.has(concept)) continue;
        found.set(concept, pattern.exec(clause)?.[0] ?? "");
      }
    }
  }
  return found;
}

/** Longer utterances are more than a greeting, a thank-you or a word of command. */
const maxSayingsLength = 80;
const sign = /[\s\p{P}\p{S}\p{M}]+/uy;
/** Who sends one of these and says nothing else is content; Messenger's thumb is one. */
const contentSign = /👍|👌|🙏|👏|❤/u;

/** The sayings a text consists of; null if it says anything else. Takes the longest at each place. */
export function readSayings(text: string): ReadonlyMap<Saying, string> | null {
  if (text.length > maxSayingsLength) return null;
  const found = new Map<Saying, string>();
  let index = 0;
  while (index < text.length) {
    sign.lastIndex = index;
    if (sign.test(text)) {
      index = sign.lastIndex;
      continue;
    }
    let longest: [Saying, string] | null = null;
    for (const { sayings } of languages) {
      for (const [saying, pattern] of sayings) {
        pattern.lastIndex = index;
        const words = pattern.exec(text)?.[0] ?? "";
        if (words.length > (longest?.[1].length ?? 0)) longest = [saying, words];
      }
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
