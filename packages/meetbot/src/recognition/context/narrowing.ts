import { type Narrowing, type Survey, surveys } from "@meetbot/model/conversation/recognition.ts";
import type { SurveyWords } from "./lexicon/surveys.ts";
import type { ContextMatches } from "./phrases.ts";
import { namesUnknownTime, readPlaced } from "./placed/read-placed.ts";
import type { PlainClauses } from "./plain-clauses.ts";
import { refersBack } from "./refers-back.ts";

/** Surveys that already name the state of the orders. */
const saysState: ReadonlySet<Survey> = new Set<Survey>([
  "paid",
  "sent",
  "here",
  "next",
  "last_here",
]);

/** Returns which of an account's orders the customer means, or null if the text does not narrow them down. */
export function readNarrowing({ text }: PlainClauses, matches: ContextMatches): Narrowing | null {
  // “Last summer” is not all of last year.
  const namesTime = matches.times.length > 0;
  const isTimeUnknown = namesTime && namesUnknownTime(text);
  const placed = namesTime && !isTimeUnknown ? readPlaced(text) : null;
  const asked = surveyOf(matches, placed !== null);
  const isState = asked.survey !== undefined && saysState.has(asked.survey);
  const state = isState ? undefined : matches.states[0]?.meaning;
  const end = asked.survey ? undefined : matches.ends[0]?.meaning;
  const narrowing: Narrowing = {
    ...(placed && { placed }),
    ...(isTimeUnknown && { isTimeUnknown }),
    ...(state && { state, ...pointsAt(text) }),
    ...(end && { end }),
    ...asked,
    ...(matches.all.length > 0 && { all: true }),
  };
  return Object.keys(narrowing).length > 0 ? narrowing : null;
}

const oneOfThem = /(?<![a-z])one(?![a-z])|的?那(?:一)?(?:个|单|件|笔)/;
const notThose =
  /(?<![a-z])(?:not|except|without|but not|other than|besides) (?:for )?(?:the|my|those|that|any)(?![a-z])|不是|除了|不要|别的不/;

const pointsAt = (text: string): Pick<Narrowing, "one" | "not"> => ({
  ...(oneOfThem.test(text) && { one: true }),
  ...(notThose.test(text) && { not: true }),
});

/**
 * “How much since October” asks for the sum of all purchases since then; “how much did I pay for it in October” does
 * not.
 */
function surveyOf(matches: ContextMatches, isOfSpan: boolean): ReturnType<typeof readSurvey> {
  const asked = readSurvey(matches);
  const isOfMoney = matches.facts.some(({ meaning }) => meaning === "total");
  const isOfAll = isOfSpan && isOfMoney && !refersBack(matches);
  return asked.survey === undefined && isOfAll ? { survey: "sum" } : asked;
}

function readSurvey({
  surveys: asked,
}: ContextMatches): Pick<Narrowing, "survey" | "ofOneToo" | "onScreen"> {
  const first = (kind: keyof SurveyWords) =>
    surveys.find((survey) =>
      asked.some(({ meaning }) => meaning.survey === survey && meaning.kind === kind),
    );
  const several = first("several");
  if (several) return { survey: several };
  const those = first("ofThose");
  if (those) return { survey: those, ofOneToo: true, onScreen: true };
  const either = first("ofOneToo");
  return either ? { survey: either, ofOneToo: true } : {};
}
