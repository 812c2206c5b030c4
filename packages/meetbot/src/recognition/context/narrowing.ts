import { type Narrowing, type Survey, surveys } from "../../model/conversation/recognition.ts";
import { chineseMonths } from "./lexicon/narrowings.ts";
import type { SurveyWords } from "./lexicon/surveys.ts";
import type { ContextMatches } from "./phrases.ts";
import type { PlainClauses } from "./plain-clauses.ts";

const chineseMonth = new RegExp(
  `(?<![0-9一二三四五六七八九十个几])(1[0-2]|0?[1-9]|${Object.keys(chineseMonths)
    .sort((a, b) => b.length - a.length)
    .join("|")})月(?!饼|子|嫂|薪|租|卡|供)`,
);
const year =
  /(?<![0-9a-z])(?:(20[0-3][0-9]) ?年|(?<=(?:in|from|of|since|during|for|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec) )(20[0-3][0-9])(?![0-9])|(20[0-3][0-9])(?= (?:orders?|purchases?)))/;

/** These say themselves in which state orders are. */
const saysState: ReadonlySet<Survey> = new Set<Survey>([
  "paid",
  "sent",
  "here",
  "next",
  "last_here",
]);

/** Which of an account's orders are meant; null where it does not say. */
export function readNarrowing({ text }: PlainClauses, matches: ContextMatches): Narrowing | null {
  const month = readMonth(text, matches);
  const yearNamed = readYear(text);
  const asked = readSurvey(matches);
  const isState = asked.survey !== undefined && saysState.has(asked.survey);
  const state = isState ? undefined : matches.states[0]?.meaning;
  const end = asked.survey ? undefined : matches.ends[0]?.meaning;
  const span = matches.spans[0]?.meaning;
  const narrowing: Narrowing = {
    ...(month === null ? {} : { month }),
    ...(yearNamed === null ? {} : { year: yearNamed }),
    ...(state && { state }),
    ...(end && { end }),
    ...(span && { span }),
    ...asked,
    ...(matches.all.length > 0 && { all: true }),
  };
  return Object.keys(narrowing).length > 0 ? narrowing : null;
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

function readMonth(text: string, { months }: ContextMatches): number | null {
  const [month] = months;
  if (month) return month.meaning;
  const [, named] = chineseMonth.exec(text) ?? [];
  return named === undefined ? null : (chineseMonths[named] ?? Number(named));
}

function readYear(text: string): number | null {
  const [, ...found] = year.exec(text) ?? [];
  const named = found.find((digits) => digits !== undefined);
  return named === undefined ? null : Number(named);
}
