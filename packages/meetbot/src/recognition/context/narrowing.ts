import type { Narrowing } from "../../model/conversation/recognition.ts";
import {
  chineseAll,
  chineseEnds,
  chineseMonths,
  chineseStates,
  englishAll,
  englishEnds,
  englishMonths,
  englishStates,
} from "./lexicon/narrowings.ts";
import { compile, compileEach } from "./lexicon/patterns.ts";
import type { PlainClauses } from "./plain-clauses.ts";

const states = [...compileEach(englishStates, "Latin"), ...compileEach(chineseStates, "Han")];
const ends = [...compileEach(englishEnds, "Latin"), ...compileEach(chineseEnds, "Han")];
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

/** Which of an account's orders are meant; null where it does not say. */
export function readNarrowing({ text }: PlainClauses): Narrowing | null {
  const month = readMonth(text);
  const yearNamed = readYear(text);
  const state = states.find(([, pattern]) => pattern.test(text))?.[0];
  const end = ends.find(([, pattern]) => pattern.test(text))?.[0];
  const narrowing: Narrowing = {
    ...(month === null ? {} : { month }),
    ...(yearNamed === null ? {} : { year: yearNamed }),
    ...(state && { state }),
    ...(end && { end }),
    ...(all.some((pattern) => pattern.test(text)) && { all: true }),
  };
  return Object.keys(narrowing).length > 0 ? narrowing : null;
}

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
