import type { NamedFact } from "@meetbot/model/conversation/recognition.ts";
import type { Match } from "../matching/phrase-matcher.ts";
import type { ContextMatches } from "./phrases.ts";

/** A requested fact and its position in the text. */
export interface AskedFact {
  fact: NamedFact;
  index: number;
}

/** Facts that share words with other facts: where both match the same words, the key wins over the listed ones. */
const outranks: Readonly<Partial<Record<NamedFact, readonly NamedFact[]>>> = {
  total: ["expected"],
  goods_total: ["total", "quantity", "items"],
  each: ["total", "quantity", "goods_total"],
  reason: ["status", "meaning"],
  ago: ["placed", "expected", "delivered", "status", "dispatched", "quantity", "count"],
  dispatched: ["expected", "status", "delivered", "placed"],
  signed_by: ["delivered", "recipient", "carrier"],
  delivered: ["items"],
  parcels: ["status", "quantity", "count", "expected"],
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

/** Returns the facts that the customer asks of shown items, each once a language, in the order of the text. */
export function findFacts({ facts }: ContextMatches): AskedFact[] {
  return facts
    .filter((one) => !facts.some((other) => hides(other, one)))
    .map(({ meaning: fact, index }) => ({ fact, index }))
    .sort((one, other) => one.index - other.index);
}

const hides = (strong: Match<NamedFact>, weak: Match<NamedFact>): boolean =>
  (outranks[strong.meaning]?.includes(weak.meaning) ?? false) &&
  strong.index < weak.end &&
  weak.index < strong.end;
