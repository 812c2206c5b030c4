import type { PlacedSpan, Recognition } from "../../model/conversation/recognition.ts";
import { readConcern } from "./concerns.ts";
import { findFacts } from "./facts.ts";
import { readNarrowing } from "./narrowing.ts";
import { readOfPeople, wishesForPerson } from "./of-people.ts";
import { findOrdinals } from "./ordinals.ts";
import { matchContext } from "./phrases.ts";
import { plainClauses } from "./plain-clauses.ts";
import { refersBack } from "./refers-back.ts";

/** What an utterance says that means something only together with what was said and shown before. */
export type Context = Pick<
  Recognition,
  "about" | "concern" | "ofPeople" | "ordinals" | "names" | "refersBack" | "narrowing"
>;

/** Faces that say it without a word. */
const furious = /[😡🤬😠👿💢👎]/u;

/** Reads it off the clauses of the masked text: pure and total. */
export function readContext(said: readonly string[]): Context {
  const clauses = plainClauses(said);
  const matches = matchContext(clauses.text);
  const found = findFacts(matches);
  const { concern, silences } = readConcern(clauses, matches, found);
  const isFurious = concern === null && said.some((clause) => furious.test(clause));
  // Who wants a person, and asks whether this is one, knows by then that it is not.
  const isWished = concern === "robot" && said.some(wishesForPerson);
  const asked = found.filter(({ fact, index }) => !silences(fact, index));
  const about = [...new Set(asked.map(({ fact }) => fact))];
  const narrowing = readNarrowing(clauses, matches);
  const dates = daysIn(narrowing?.placed);
  return {
    about,
    concern: isFurious ? "anger" : isWished ? null : concern,
    ofPeople: readOfPeople(clauses, matches, concern),
    // “October 1st” counts no orders.
    ordinals: findOrdinals(clauses, matches).filter((place) => !dates.includes(place)),
    ...namesIn(clauses.text),
    refersBack: refersBack(matches),
    narrowing,
  };
}

const parcels =
  /(?<![a-z])(?:packages?|parcels?|shipments?|box(?:es)?|consignments?)(?![a-z])|包裹|快递(?!公司|单号|员|站)|箱/;
const orders = /(?<![a-z])(?:orders?|purchases?)(?![a-z])|订单|单子|这单|那单/;

/** A parcel is of an order: where both are named it is the parcel that is spoken of. */
function namesIn(text: string): Pick<Recognition, "names"> {
  if (parcels.test(text)) return { names: "parcels" };
  return orders.test(text) ? { names: "orders" } : {};
}

const daysIn = (span: PlacedSpan = {}): (number | undefined)[] =>
  Object.values(span).map((point) => ("day" in point ? point.day : undefined));
