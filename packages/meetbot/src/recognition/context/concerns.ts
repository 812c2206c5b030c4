import type { Concern, Fact } from "@meetbot/model/conversation/recognition.ts";
import type { AskedFact } from "./facts.ts";
import { ownThings } from "./lexicon/foreign-things.ts";
import { compile } from "./lexicon/patterns.ts";
import { denied as englishDenied } from "./lexicon/talk-en.ts";
import { denied as chineseDenied } from "./lexicon/talk-zh.ts";
import { type ContextMatches, matchContext } from "./phrases.ts";
import { clauseAt, type PlainClauses } from "./plain-clauses.ts";

/** Where several hold, the first in this list wins: the most urgent and most specific come first. */
const byPressure: readonly Concern[] = [
  "threat",
  "damaged",
  "other_people",
  "misread",
  "wrong_item",
  "missing_item",
  "not_here",
  "overcharged",
  "refund",
  "return",
  "gift",
  "invoice",
  "exchange",
  "cancel_order",
  "pickup_code",
  "delivery_wish",
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
  "doubt",
  "what_now",
  "wait",
  "apology",
  "resignation",
];

const all: readonly Fact[] = ["status", "expected", "delivered"];
const identity: readonly Fact[] = ["tracking_number", "status", "count", "address"];

/** Facts that the words of a concern in the same clause only seem to ask for. */
const silencedBy: Readonly<Partial<Record<Concern, readonly Fact[]>>> = {
  threat: all,
  damaged: [...all, "quantity"],
  wrong_item: [...all, "items", "quantity"],
  missing_item: [...all, "items", "quantity"],
  not_here: ["address", "delivered", "status"],
  return: ["address", "shipping", "status", "delivered", "expected", "link"],
  overcharged: ["total", "payment", "quantity", "count"],
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
  pickup_code: ["status", "expected"],
  delivery_wish: ["status", "expected", "address", "delivered", "recipient"],
  doubt: ["payment", "placed", "items", "status"],
};

/** Concerns that apply only to goods. */
const ofGoods: ReadonlySet<Concern> = new Set<Concern>([
  "damaged",
  "wrong_item",
  "missing_item",
  "not_here",
  "return",
  "exchange",
  "cancel_order",
  "change",
  "stuck",
  "late",
  "complaint",
  "notify",
]);

/** A concern that holds, and in which clause. */
interface HeldConcern {
  concern: Concern;
  clause: number;
}

const denied = [
  { letters: "Latin", pattern: compile(englishDenied, "Latin", "gm") },
  { letters: "Han", pattern: compile(chineseDenied, "Han", "gm") },
] as const;

/** Returns all concerns and wishes, the most pressing first; negated ones are left out. */
function findConcerns(clauses: PlainClauses, matches: ContextMatches): HeldConcern[] {
  let { text } = clauses;
  let left = matches;
  const found: HeldConcern[] = [];
  for (const { letters, pattern } of denied) {
    if (left.denied.some((one) => one.letters === letters)) {
      const rest = text.replace(pattern, (said) => " ".repeat(said.length));
      if (rest !== text) left = matchContext(rest);
      text = rest;
    }
    for (const { meaning, letters: own, index } of left.concerns) {
      if (own === letters) found.push({ concern: meaning, clause: clauseAt(clauses, index) });
    }
  }
  const foreign = left.foreign.map(({ index }) => clauseAt(clauses, index));
  return found
    .filter(({ concern, clause }) => !ofGoods.has(concern) || !isForeign(clause, foreign, clauses))
    .sort((one, other) => pressureOf(one) - pressureOf(other));
}

/** Checks whether a clause names a thing that no shop sends, and no order with it. */
const isForeign = (clause: number, foreign: readonly number[], { text }: PlainClauses): boolean =>
  foreign.includes(clause) && !ownThings.test(text.split("\n")[clause] ?? "");

const pressureOf = ({ concern }: HeldConcern) => byPressure.indexOf(concern);

/** Facts whose question makes a concern in the same clause neither a complaint nor a request. */
const reasons: ReadonlySet<Fact> = new Set<Fact>(["meaning", "reason", "ago"]);

/**
 * Returns the most pressing concern, and which facts a clause only seems to ask for. A clause that only asks what a
 * status means, why something was canceled or how long ago it was is neither a complaint nor a request.
 */
export function readConcern(
  clauses: PlainClauses,
  matches: ContextMatches,
  asked: readonly AskedFact[],
): {
  concern: Concern | null;
  silences(fact: Fact, index: number): boolean;
} {
  const meanings = asked.filter(({ fact }) => reasons.has(fact));
  const explained = meanings.map(({ index }) => clauseAt(clauses, index));
  const found = findConcerns(clauses, matches).filter(
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
