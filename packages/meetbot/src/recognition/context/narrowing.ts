import { type Narrowing, type Survey, surveys } from "../../model/conversation/recognition.ts";
import {
  chineseAll,
  chineseEnds,
  chineseMonths,
  chineseSpans,
  chineseStates,
  englishAll,
  englishEnds,
  englishMonths,
  englishSpans,
  englishStates,
} from "./lexicon/narrowings.ts";
import { compile, compileEach } from "./lexicon/patterns.ts";
import * as words from "./lexicon/surveys.ts";
import type { PlainClauses } from "./plain-clauses.ts";

const states = [...compileEach(englishStates, "Latin"), ...compileEach(chineseStates, "Han")];
const ends = [...compileEach(englishEnds, "Latin"), ...compileEach(chineseEnds, "Han")];
const spans = [...compileEach(englishSpans, "Latin"), ...compileEach(chineseSpans, "Han")];
const all = [compile(englishAll, "Latin"), compile(chineseAll, "Han")];
const months = englishMonths.map((names) => compile([names], "Latin"));
const anyMonth = compile(englishMonths, "Latin");
const chineseMonth = new RegExp(
  `(?<![0-9一二三四五六七八九十个几])(1[0-2]|0?[1-9]|${Object.keys(chineseMonths)
    .sort((a, b) => b.length - a.length)
    .join("|")})月(?!饼|子|嫂|薪|租|卡|供)`,
);
const year =
  /(?<![0-9a-z])(?:(20[0-3][0-9]) ?年|(?<=(?:in|from|of|since|during|for|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec) )(20[0-3][0-9])(?![0-9])|(20[0-3][0-9])(?= (?:orders?|purchases?)))/;

const surveyWords = surveys.map((survey) => ({
  survey,
  several: patternsOf(survey, "several"),
  ofOneToo: patternsOf(survey, "ofOneToo"),
  ofThose: patternsOf(survey, "ofThose"),
}));

/** Each entry by itself: all of them in one would take too long to be proved harmless. */
function patternsOf(survey: Survey, kind: keyof words.SurveyWords): RegExp[] {
  const english = words.english[survey][kind] ?? [];
  const chinese = words.chinese[survey][kind] ?? [];
  return [
    ...english.map((entry) => compile([entry], "Latin")),
    ...chinese.map((entry) => compile([entry], "Han")),
  ];
}

/** These say themselves in which state orders are. */
const saysState: ReadonlySet<Survey> = new Set<Survey>([
  "paid",
  "sent",
  "here",
  "next",
  "last_here",
]);

/** Which of an account's orders are meant; null where it does not say. */
export function readNarrowing({ text }: PlainClauses): Narrowing | null {
  const month = readMonth(text);
  const yearNamed = readYear(text);
  const asked = readSurvey(text);
  const isState = asked.survey !== undefined && saysState.has(asked.survey);
  const state = isState ? undefined : find(states, text);
  const end = asked.survey ? undefined : find(ends, text);
  const span = find(spans, text);
  const narrowing: Narrowing = {
    ...(month === null ? {} : { month }),
    ...(yearNamed === null ? {} : { year: yearNamed }),
    ...(state && { state }),
    ...(end && { end }),
    ...(span && { span }),
    ...asked,
    ...(all.some((pattern) => pattern.test(text)) && { all: true }),
  };
  return Object.keys(narrowing).length > 0 ? narrowing : null;
}

function readSurvey(text: string): Pick<Narrowing, "survey" | "ofOneToo" | "onScreen"> {
  const isIn = (pattern: RegExp) => pattern.test(text);
  const several = surveyWords.find((one) => one.several.some(isIn));
  if (several) return { survey: several.survey };
  const those = surveyWords.find((one) => one.ofThose.some(isIn));
  if (those) return { survey: those.survey, ofOneToo: true, onScreen: true };
  const either = surveyWords.find((one) => one.ofOneToo.some(isIn));
  return either ? { survey: either.survey, ofOneToo: true } : {};
}

const find = <Key>(table: readonly (readonly [Key, RegExp])[], text: string): Key | undefined =>
  table.find(([, pattern]) => pattern.test(text))?.[0];

function readMonth(text: string): number | null {
  if (anyMonth.test(text)) return months.findIndex((pattern) => pattern.test(text)) + 1;
  const [, named] = chineseMonth.exec(text) ?? [];
  return named === undefined ? null : (chineseMonths[named] ?? Number(named));
}

function readYear(text: string): number | null {
  const [, ...found] = year.exec(text) ?? [];
  const named = found.find((digits) => digits !== undefined);
  return named === undefined ? null : Number(named);
}
