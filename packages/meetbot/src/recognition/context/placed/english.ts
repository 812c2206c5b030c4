import type {
  CalendarPoint,
  CalendarUnit,
  PlacedSpan,
} from "@meetbot/model/conversation/recognition.ts";
import { englishCounts, englishDays, englishMonths, englishWeekdays } from "./names.ts";

/** A point and how many words name it. */
interface Named {
  point: CalendarPoint;
  length: number;
}

/** The words before a point in time, and the bound that each makes of it. */
const bounds: Readonly<Record<string, keyof PlacedSpan>> = {
  since: "from",
  after: "after",
  before: "before",
  until: "to",
  till: "to",
  through: "to",
  in: "within",
  on: "within",
  of: "within",
  during: "within",
  from: "within",
};

/** Between two points. */
const upTo: ReadonlySet<string> = new Set(["to", "until", "till", "through", "and"]);

/** Words after the start of an open-ended period. */
const onwards: ReadonlySet<string> = new Set(["on", "onwards", "onward", "until", "till", "to"]);

const fillers: ReadonlySet<string> = new Set(["the", "about", "around", "early", "late", "mid"]);

/** A named time, and the words between which it stands. */
export interface SpanInWords {
  span: PlacedSpan;
  start: number;
  end: number;
}

/** The first time that the words of a clause name; `null`: they name none. */
export function readEnglishSpan(words: readonly string[]): SpanInWords | null {
  for (let at = 0; at < words.length; at += 1) {
    const found = readAt(words, at);
    if (found) return { ...found, start: at };
  }
  return null;
}

function readAt(words: readonly string[], at: number): Omit<SpanInWords, "start"> | null {
  const word = words[at] ?? "";
  const bound = bounds[word];
  if (word === "between" || word === "from") {
    const both = readBoth(words, at + 1);
    if (both) return both;
  }
  const from = bound ? skipFillers(words, at + 1) : at;
  const last = readLast(words, from);
  if (last) return last;
  const named = readPoint(words, from, bound !== undefined);
  if (!named) return null;
  const end = from + named.length;
  const isOpen = word === "from" && onwards.has(words[end] ?? "");
  return { span: { [isOpen ? "from" : (bound ?? "within")]: named.point }, end };
}

const skipFillers = (words: readonly string[], at: number): number =>
  fillers.has(words[at] ?? "") ? at + 1 : at;

/** “October 1 and November 20”, “1 to 20 November”, “November 1 to 20”. */
function readBoth(words: readonly string[], start: number): Omit<SpanInWords, "start"> | null {
  const at = skipFillers(words, start);
  const first = readPoint(words, at, true);
  const day = first ? null : dayOf(words[at]);
  const length = first?.length ?? (day === null ? 0 : 1);
  if (length === 0 || !upTo.has(words[at + length] ?? "")) return null;
  const then = skipFillers(words, at + length + 1);
  const second = readPoint(words, then, true);
  const end = then + (second?.length ?? 1);
  if (first && second) return { span: { from: first.point, to: second.point }, end };
  const last = dayOf(words[then]);
  if (first && last !== null && "day" in first.point) {
    return { span: { from: first.point, to: { ...first.point, day: last } }, end };
  }
  if (day === null || !second || !("day" in second.point)) return null;
  return { span: { from: { ...second.point, day }, to: second.point }, end };
}

/** “Last three months”, “past 90 days”. */
function readLast(words: readonly string[], at: number): Omit<SpanInWords, "start"> | null {
  if (!/^(?:last|past|previous|recent)$/.test(words[at] ?? "")) return null;
  const count = countOf(words[at + 1]);
  const unit = unitOf(words[at + 2]);
  if (count !== null && unit) return { span: { last: { count, unit } }, end: at + 3 };
  // “In the past month” are thirty days, “last month” is one of the calendar.
  const one = unitOf(words[at + 1]);
  return words[at] === "past" && one
    ? { span: { last: { count: 1, unit: one } }, end: at + 2 }
    : null;
}

/** `isBound`: whether the word before announces a time. */
function readPoint(words: readonly string[], at: number, isBound: boolean): Named | null {
  const start = words[at] === "the" ? at + 1 : at;
  const named =
    readDate(words, start, isBound) ?? readRelative(words, start) ?? readNamedDay(words, start);
  return named && { ...named, length: named.length + start - at };
}

function readDate(words: readonly string[], at: number, isBound: boolean): Named | null {
  const year = yearOf(words[at]);
  if (year !== null) return readFromYear(words, at, year, isBound);
  const day = dayOf(words[at]);
  const isOf = words[at + 1] === "of" ? 1 : 0;
  const afterDay = day === null ? null : monthOf(words, at + 1 + isOf, true);
  if (day !== null && afterDay !== null) {
    return withYear({ month: afterDay, day }, words, at, 2 + isOf);
  }
  const month = monthOf(words, at, isBound);
  if (month === null) return null;
  const of = dayOf(words[at + 1]);
  return of === null
    ? withYear({ month }, words, at, 1)
    : withYear({ month, day: of }, words, at, 2);
}

/** A year alone, or “2026 10 01”, which was written with signs between. */
function readFromYear(
  words: readonly string[],
  at: number,
  year: number,
  isBound: boolean,
): Named | null {
  const month = /^(?:0[1-9]|1[0-2])$/.test(words[at + 1] ?? "") ? Number(words[at + 1]) : null;
  const day = month === null ? null : dayOf(words[at + 2]);
  if (month !== null && day !== null) return { point: { year, month, day }, length: 3 };
  const isOfOrders = /^(?:orders?|purchases?)$/.test(words[at + 1] ?? "");
  return isBound || isOfOrders ? { point: { year }, length: 1 } : null;
}

function withYear(
  point: { month: number; day?: number },
  words: readonly string[],
  at: number,
  length: number,
): Named {
  const year = yearOf(words[at + length]);
  if (year !== null) return { point: { ...point, year }, length: length + 1 };
  const yearsAgo = ["this", "last"].indexOf(words[at + length] ?? "");
  return yearsAgo >= 0 && words[at + length + 1] === "year"
    ? { point: { ...point, yearsAgo }, length: length + 2 }
    : { point, length };
}

/** “This month”, “last week”, “three days ago”, “yesterday”. */
function readRelative(words: readonly string[], at: number): Named | null {
  const word = words[at] ?? "";
  if (word === "yesterday") return { point: { ago: 1, unit: "day" }, length: 1 };
  if (word === "today") return { point: { ago: 0, unit: "day" }, length: 1 };
  const unit = unitOf(words[at + 1]);
  if (unit && word === "this") return { point: { ago: 0, unit }, length: 2 };
  if (unit && (word === "last" || word === "previous")) {
    return { point: { ago: 1, unit }, length: 2 };
  }
  const count = countOf(word);
  return count !== null && unit && words[at + 2] === "ago"
    ? { point: { about: count, unit }, length: 3 }
    : null;
}

function readNamedDay(words: readonly string[], at: number): Named | null {
  const isLast = words[at] === "last" || words[at] === "this" ? 1 : 0;
  const word = words[at + isLast] ?? "";
  // Black Friday is another one each year.
  const weekday = words[at + isLast - 1] === "black" ? undefined : englishWeekdays[word];
  if (weekday !== undefined) return { point: { weekday }, length: 1 + isLast };
  for (const length of [3, 2, 1]) {
    const day = englishDays[words.slice(at + isLast, at + isLast + length).join(" ")];
    if (day) return { point: day, length: length + isLast };
  }
  return null;
}

/** `may` and `march` are also ordinary words: they count as months only if the words before or after them show it. */
function monthOf(words: readonly string[], at: number, isBound: boolean): number | null {
  const word = words[at] ?? "";
  const month = englishMonths[word];
  if (month === undefined) return null;
  const next = words[at + 1] ?? "";
  if (word === "may" && /^(?:i|you|we|not|be|it|have|the)$/.test(next)) return null;
  const isWord = word === "may" || word === "march" || word === "mar";
  const isSure =
    isBound || dayOf(next) !== null || yearOf(next) !== null || /^(?:orders?|purch)/.test(next);
  const isNamedBefore = /^(?:last|this)$/.test(words[at - 1] ?? "");
  return !isWord || isSure || isNamedBefore ? month : null;
}

const dayOf = (word = ""): number | null => {
  const [, digits] = /^(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?$/.exec(word) ?? [];
  return digits === undefined ? null : Number(digits);
};

const yearOf = (word = ""): number | null => (/^20[0-3][0-9]$/.test(word) ? Number(word) : null);

function countOf(word = ""): number | null {
  if (/^[1-9][0-9]{0,2}$/.test(word)) return Number(word);
  return englishCounts[word] ?? null;
}

const unitOf = (word = ""): CalendarUnit | null =>
  (/^(day|week|month|year)s?$/.exec(word)?.[1] as CalendarUnit | undefined) ?? null;
