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
  const listed = `^(${before} ){0,4}${name} (and|or|plus|with)`;
  return [...asked[fact], alone, listed, `${cue} … ${name}`];
}

function chineseEntries(fact: Fact): readonly string[] {
  const { asked, named, before, after } = chinese;
  const name = named[fact];
  if (name === undefined) return asked[fact];
  return [...asked[fact], `^ ?(${before} ?){0,4}${name}(${after}){0,3}($|和|跟|还有|以及|加)`];
}

/** Whose words may also be those of another fact: where both are found in the same words, the first is meant. */
const outranks: Readonly<Partial<Record<Fact, readonly Fact[]>>> = {
  total: ["expected"],
  count: ["quantity"],
  included: ["total", "shipping", "items"],
  shipping: ["total", "payment"],
  discount: ["total"],
  address: ["status", "expected", "delivered"],
  recipient: ["address", "items", "delivered", "carrier", "status"],
  meaning: ["status", "expected", "delivered", "payment", "items"],
  carrier: ["status", "delivered", "expected"],
  link: ["status"],
  tracking_number: ["status"],
  placed: ["expected"],
  hurry: ["expected", "status", "delivered"],
  expected: ["delivered", "status"],
  payment: ["status", "link"],
  items: ["status"],
};

interface Found extends AskedFact {
  end: number;
}

/** What is asked of what is shown, each fact once, in the order in which it is asked for. */
export function findFacts({ text }: PlainClauses): AskedFact[] {
  const found = languages
    .filter(({ script }) => script.test(text))
    .flatMap(({ each }) => each.flatMap(([fact, pattern]) => find(text, fact, pattern)));
  return found
    .filter((one) => !found.some((other) => hides(other, one)))
    .sort((one, other) => one.index - other.index);
}

function find(text: string, fact: Fact, pattern: RegExp): Found[] {
  // `search` makes no array of what is captured, and most facts are not asked for.
  if (text.search(pattern) < 0) return [];
  const { index = 0, 0: said = "" } = pattern.exec(text) ?? {};
  return [{ fact, index, end: index + said.length }];
}

const hides = (strong: Found, weak: Found): boolean =>
  (outranks[strong.fact]?.includes(weak.fact) ?? false) &&
  strong.index < weak.end &&
  weak.index < strong.end;
