import { type Fact, facts } from "../../model/conversation/recognition.ts";
import * as english from "./lexicon/facts-en.ts";
import * as chinese from "./lexicon/facts-zh.ts";
import { compile, type Letters } from "./lexicon/patterns.ts";
import type { PlainClauses } from "./plain-clauses.ts";

/** A fact that is asked for, and where in the text. */
export interface AskedFact {
  fact: Fact;
  index: number;
}

interface Language {
  letters: Letters;
  script: RegExp;
  each: readonly (readonly [Fact, RegExp])[];
}

const languages: readonly Language[] = [
  {
    letters: "Latin",
    script: /[a-z]/,
    each: facts.map((fact) => [fact, compile(englishEntries(fact), "Latin")]),
  },
  {
    letters: "Han",
    script: /\p{Script=Han}/u,
    each: facts.map((fact) => [fact, compile(chineseEntries(fact), "Han")]),
  },
];

function englishEntries(fact: Fact): readonly string[] {
  const { asked, named, before, after, cue } = english;
  const name = named[fact];
  if (name === undefined) return asked[fact];
  const alone = `^(${before} ){0,4}${name}( ${after}){0,4}$`;
  return [...asked[fact], alone, `${cue} … ${name}`];
}

function chineseEntries(fact: Fact): readonly string[] {
  const { asked, named, before, after } = chinese;
  const name = named[fact];
  if (name === undefined) return asked[fact];
  return [...asked[fact], `^ ?(${before} ?){0,4}${name}(${after}){0,3}$`];
}

/** What is asked of what is shown, each fact once, in the order in which it is asked for. */
export function findFacts({ text }: PlainClauses): AskedFact[] {
  return languages
    .filter(({ script }) => script.test(text))
    .flatMap(({ each }) => each.map(([fact, pattern]) => ({ fact, index: text.search(pattern) })))
    .filter(({ index }) => index >= 0)
    .sort((one, other) => one.index - other.index);
}
