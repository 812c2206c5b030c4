import type { Concern, Fact } from "../../model/conversation/recognition.ts";
import type { AskedFact } from "./facts.ts";
import { compile, type Letters } from "./lexicon/patterns.ts";
import * as englishTalk from "./lexicon/talk-en.ts";
import * as chineseTalk from "./lexicon/talk-zh.ts";
import * as englishTroubles from "./lexicon/troubles-en.ts";
import * as chineseTroubles from "./lexicon/troubles-zh.ts";
import * as englishWhose from "./lexicon/whose-en.ts";
import * as chineseWhose from "./lexicon/whose-zh.ts";
import * as englishWishes from "./lexicon/wishes-en.ts";
import * as chineseWishes from "./lexicon/wishes-zh.ts";
import { clauseAt, type PlainClauses } from "./plain-clauses.ts";

/** Where several hold, the first of these is meant: what presses most and what says most. */
const byPressure: readonly Concern[] = [
  "threat",
  "damaged",
  "other_people",
  "wrong_item",
  "missing_item",
  "not_here",
  "refund",
  "return",
  "invoice",
  "exchange",
  "cancel_order",
  "change",
  "on_behalf",
  "stuck",
  "late",
  "privacy",
  "why_email",
  "signed_in",
  "notify",
  "languages",
  "robot",
  "who",
  "anger",
  "complaint",
  "what_number",
  "by_name",
  "no_email",
  "as_guest",
  "no_number",
  "wait",
  "apology",
  "resignation",
];

const all: readonly Fact[] = ["status", "expected", "delivered"];
const identity: readonly Fact[] = ["tracking_number", "status", "count", "address"];

/** Facts that the words of a concern seem to ask for and do not, in the same clause. */
const silencedBy: Readonly<Partial<Record<Concern, readonly Fact[]>>> = {
  threat: all,
  damaged: [...all, "quantity"],
  wrong_item: [...all, "items", "quantity"],
  missing_item: [...all, "items", "quantity"],
  not_here: ["address", "delivered", "status"],
  return: ["address", "shipping", "status", "delivered", "expected", "link"],
  refund: ["total", "expected", "status", "payment", "discount", "shipping", "delivered"],
  exchange: ["status", "items", "expected"],
  cancel_order: ["status", "expected"],
  change: ["address", "recipient", "quantity", "expected", "status", "placed", "carrier"],
  invoice: ["total", "status", "expected", "items", "link"],
  privacy: ["address", "status", "link", "items"],
  notify: [...all, "link"],
  what_number: [...identity, "meaning"],
  no_number: identity,
  by_name: [...identity, "expected", "items", "placed", "carrier", "recipient", "payment"],
  as_guest: [...identity, "items", "placed", "link"],
  signed_in: [...identity, "payment", "items", "recipient"],
  on_behalf: [...identity, "items", "placed", "link"],
  other_people: [...all, ...identity, "items", "link", "placed"],
  why_email: [...identity, "payment", "link"],
  no_email: [...identity, "carrier", "items", "placed"],
  wait: ["status"],
};

/** A concern that holds, and in which clause. */
interface HeldConcern {
  concern: Concern;
  clause: number;
}

interface Language {
  script: RegExp;
  each: readonly (readonly [Concern, RegExp])[];
  denied: RegExp;
}

type Sayings = Readonly<Record<Concern, readonly string[]>>;

const english: Sayings = {
  ...englishTroubles.troubles,
  ...englishWishes.wishes,
  ...englishTalk.talk,
  ...englishWhose.whose,
};
const chinese: Sayings = {
  ...chineseTroubles.troubles,
  ...chineseWishes.wishes,
  ...chineseTalk.talk,
  ...chineseWhose.whose,
};

const compileAll = (sayings: Sayings, letters: Letters) =>
  byPressure.map((concern) => [concern, compile(sayings[concern], letters)] as const);

const languages: readonly Language[] = [
  {
    script: /[a-z]/,
    each: compileAll(english, "Latin"),
    denied: compile(englishTalk.denied, "Latin", "gm"),
  },
  {
    script: /\p{Script=Han}/u,
    each: compileAll(chinese, "Han"),
    denied: compile(chineseTalk.denied, "Han", "gm"),
  },
];

/** All that troubles or is wanted, the most pressing first. */
function findConcerns(clauses: PlainClauses): HeldConcern[] {
  let { text } = clauses;
  const found: HeldConcern[] = [];
  for (const { script, each, denied } of languages) {
    if (!script.test(text)) continue;
    text = text.replace(denied, (said) => " ".repeat(said.length));
    for (const [concern, pattern] of each) {
      const index = text.search(pattern);
      if (index >= 0) found.push({ concern, clause: clauseAt(clauses, index) });
    }
  }
  return found.sort((one, other) => pressureOf(one) - pressureOf(other));
}

const pressureOf = ({ concern }: HeldConcern) => byPressure.indexOf(concern);

/**
 * The most pressing concern, and which facts it only seems to ask for in a clause. Where it is asked what a
 * status means, nobody complains of it.
 */
export function readConcern(
  clauses: PlainClauses,
  asked: readonly AskedFact[],
): {
  concern: Concern | null;
  silences(fact: Fact, index: number): boolean;
} {
  const meanings = asked.filter(({ fact }) => fact === "meaning");
  const explained = meanings.map(({ index }) => clauseAt(clauses, index));
  const found = findConcerns(clauses).filter(
    ({ concern, clause }) => concern === "what_number" || !explained.includes(clause),
  );
  return {
    concern: found[0]?.concern ?? null,
    silences: (fact, index) =>
      found.some(
        ({ concern, clause }) =>
          silencedBy[concern]?.includes(fact) && clause === clauseAt(clauses, index),
      ),
  };
}
