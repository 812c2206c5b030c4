import type { PlacedSpan, Recognition } from "@meetbot/model/conversation/recognition.ts";
import { readConcern } from "./concerns.ts";
import { findFacts } from "./facts.ts";
import { readNarrowing } from "./narrowing.ts";
import { readOfPeople, wishesForPerson } from "./of-people.ts";
import { findOrdinals } from "./ordinals.ts";
import { matchContext } from "./phrases.ts";
import { plainClauses } from "./plain-clauses.ts";
import { refersBack } from "./refers-back.ts";

/** The parts of an utterance that mean something only together with earlier messages and shown items. */
export type Context = Pick<
  Recognition,
  "about" | "concern" | "ofPeople" | "ordinals" | "counts" | "refersBack" | "narrowing"
>;

/** Emoji that show anger without words. */
const furious = /[😡🤬😠👿💢👎]/u;

/** Reads it off the clauses of the masked text: pure and total. */
export function readContext(said: readonly string[]): Context {
  const clauses = plainClauses(said);
  const matches = matchContext(clauses.text);
  const found = findFacts(matches);
  const { concern, silences } = readConcern(clauses, matches, found);
  const isFurious = concern === null && said.some((clause) => furious.test(clause));
  // A customer who asks for a person, and whether this is one, knows by then that it is not.
  const isWished = concern === "robot" && said.some(wishesForPerson);
  const asked = found.filter(({ fact, index }) => !silences(fact, index));
  const about = [...new Set(asked.map(({ fact }) => fact))];
  const narrowing = readNarrowing(clauses, matches);
  const dates = daysIn(narrowing?.placed);
  // “October 1st” counts no orders.
  const ordinals = findOrdinals(clauses, matches).filter((place) => !dates.includes(place));
  return {
    about,
    concern: isFurious ? "anger" : isWished ? null : concern,
    ofPeople: readOfPeople(clauses, matches, concern),
    ordinals,
    ...(ordinals.length > 0 && countedIn(clauses.text)),
    refersBack: refersBack(matches),
    narrowing,
  };
}

const place =
  "(?:first|second|third|fourth|fifth|last|other|[1-9](?:st|nd|rd|th))|(?:第[0-9一二三四五六七八九十]|最后一|另外?一|另外那|那)[个件]?";
const countsParcels = new RegExp(
  `(?:${place}) ?(?:packages?|parcels?|shipments?|box(?:es)?|包裹|快递|箱子?)(?![a-z])`,
);
const countsOrders = new RegExp(`(?:${place}) ?(?:orders?|purchases?|订单|单)(?![a-z])`);

/**
 * Returns what an ordinal counts, where the text says so: “the second package” refers to an order, “the second order”
 * to the list.
 */
function countedIn(text: string): Pick<Recognition, "counts"> {
  if (countsParcels.test(text)) return { counts: "parcels" };
  return countsOrders.test(text) ? { counts: "orders" } : {};
}

const daysIn = (span: PlacedSpan = {}): (number | undefined)[] =>
  Object.values(span).map((point) => ("day" in point ? point.day : undefined));
