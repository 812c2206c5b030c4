import type {
  CalendarPoint,
  CalendarUnit,
  PlacedSpan,
} from "@meetbot/model/conversation/recognition.ts";
import { chineseDays, chineseNumbers, chineseWeekdays } from "./names.ts";

const anyOf = (names: readonly string[]) =>
  [...names].sort((one, other) => other.length - one.length).join("|");

const number = `(?:[0-9]{1,3}|${anyOf(Object.keys(chineseNumbers))})`;
const unit = "(?:天|日|周|个?星期|个?礼拜|个?月|年)";
const month = `(?<![0-9一二三四五六七八九十个几])(?:1[0-2]|0?[1-9]|${anyOf(Object.keys(chineseNumbers))})月(?!饼|子|嫂|薪|租|卡|供)份?`;
const date = `(?:20[0-3][0-9] ?年 ?)(?:${month}(?:${number}[日号])?)?|(?:去年|今年|前年)?${month}(?:${number}[日号])?|(?<![0-9])${number}[日号](?!楼|门|店|线|码|仓|柜|货|机)`;
const relative = `(?:这|本|上|当)个?(?:月|周|星期|礼拜)(?:${anyOf(Object.keys(chineseWeekdays))})?(?!${number})|去年|今年|前年|昨天|昨日|前天|今天|(?:这|上)?个?周末|${number}${unit}(?:之?前|以前)`;
const named = anyOf(Object.keys(chineseDays));

/** One day, month or year. */
const point = `(?:${date}|${relative}|(?<![0-9])(?:${named})(?![0-9]))`;

const last = new RegExp(`(?:最近|近|过去|这|前)(?:的|这)?(${number}|半)(${unit})(?:之?内|以?来)?`);
const both = new RegExp(`(${point})(?:到|至|和)(${point})(?:之间)?`);
const bounded = new RegExp(
  `(?:从|自)?(${point})(之后|以后|后|以来|起|开始|到现在|至今|之?前|以前|前)?`,
);

const counted = new RegExp(`^(${number})(${unit})`);
const monthNamed = new RegExp(`(${number})月`);
const dayNamed = new RegExp(`(${number})[日号]`);

const after = /^(?:以来|起|开始|到现在|至今)$/;
const excluded = /^(?:之后|以后|后)$/;

/** A named time, and the characters between which it stands. */
export interface SpanInText {
  span: PlacedSpan;
  start: number;
  end: number;
}

/** The first time that a clause names; `null`: it names none. */
export function readChineseSpan(text: string): SpanInText | null {
  return readLast(text) ?? readBoth(text) ?? readOne(text);
}

const found = ({ 0: { length }, index }: RegExpExecArray, span: PlacedSpan): SpanInText => ({
  ...{ span, start: index, end: index + length },
});

function readLast(text: string): SpanInText | null {
  const match = last.exec(text);
  const [, count, of] = match ?? [];
  if (!match || count === undefined || of === undefined) return null;
  if (count !== "半") return found(match, { last: { count: numberOf(count), unit: unitOf(of) } });
  return of.endsWith("年") ? found(match, { last: { count: 6, unit: "month" } }) : null;
}

function readBoth(text: string): SpanInText | null {
  const match = both.exec(text);
  const [, from, to] = match ?? [];
  if (!match || from === undefined || to === undefined) return null;
  const [first, second] = [readPoint(from), readPoint(to)];
  const isDayOnly = "day" in second && second.day !== undefined && !("month" in second);
  return found(match, { from: first, to: isDayOnly ? { ...first, ...second } : second });
}

function readOne(text: string): SpanInText | null {
  const match = bounded.exec(text);
  const [whole = "", one, bound] = match ?? [];
  if (!match || one === undefined) return null;
  const point = readPoint(one);
  if (bound === undefined)
    return found(match, { [whole.startsWith("从") ? "from" : "within"]: point });
  if (after.test(bound)) return found(match, { from: point });
  return found(match, { [excluded.test(bound) ? "after" : "before"]: point });
}

function readPoint(said: string): CalendarPoint {
  const known = chineseDays[said];
  if (known) return known;
  const [, ago, of] = counted.exec(said) ?? [];
  if (ago !== undefined && of !== undefined && said.endsWith("前")) {
    return { about: numberOf(ago), unit: unitOf(of) };
  }
  return readRelative(said) ?? readDate(said);
}

const daysAgo: Readonly<Record<string, CalendarPoint>> = {
  今天: { ago: 0, unit: "day" },
  昨天: { ago: 1, unit: "day" },
  昨日: { ago: 1, unit: "day" },
  前天: { ago: 2, unit: "day" },
  今年: { ago: 0, unit: "year" },
  去年: { ago: 1, unit: "year" },
  前年: { ago: 2, unit: "year" },
};

function readRelative(said: string): CalendarPoint | null {
  const known = daysAgo[said];
  if (known) return known;
  if (said.endsWith("周末")) return { weekday: "weekend" };
  const [, which, of, day] = /^(这|本|上|当)个?(月|周|星期|礼拜)(.)?$/.exec(said) ?? [];
  if (which === undefined || of === undefined) return null;
  const weekday = day === undefined ? undefined : chineseWeekdays[day];
  if (weekday !== undefined) return { weekday };
  return { ago: which === "上" ? 1 : 0, unit: of === "月" ? "month" : "week" };
}

function readDate(said: string): CalendarPoint {
  const [, year] = /(20[0-3][0-9])/.exec(said) ?? [];
  const [, named] = monthNamed.exec(said) ?? [];
  const [, day] = dayNamed.exec(said) ?? [];
  const yearsAgo = ["今年", "去年", "前年"].indexOf(said.slice(0, 2));
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(yearsAgo >= 0 && { yearsAgo }),
    ...(named !== undefined && { month: numberOf(named) }),
    ...(day !== undefined && { day: numberOf(day) }),
  };
}

const numberOf = (said: string): number => chineseNumbers[said] ?? Number(said);

function unitOf(said: string): CalendarUnit {
  if (said.endsWith("年")) return "year";
  if (said.endsWith("月")) return "month";
  return said.endsWith("天") || said.endsWith("日") ? "day" : "week";
}
