import type { CalendarPoint } from "@meetbot/model/conversation/recognition.ts";

const numbered = (names: readonly string[], first: number): Record<string, number> =>
  Object.fromEntries(
    names.flatMap((alike, place) => alike.split("|").map((name) => [name, place + first])),
  );

export const englishMonths: Readonly<Record<string, number>> = numbered(
  [
    "january|jan",
    "february|febuary|feb",
    "march|mar",
    "april|apr",
    "may",
    "june|jun",
    "july|jul",
    "august|aug",
    "september|sept|sep",
    "october|oct",
    "november|nov",
    "december|dec",
  ],
  1,
);

export const englishWeekdays: Readonly<Record<string, number | "weekend">> = {
  ...numbered(
    [
      "sunday",
      "monday|mon",
      "tuesday|tue|tues",
      "wednesday",
      "thursday|thur|thurs",
      "friday",
      "saturday",
    ],
    0,
  ),
  weekend: "weekend",
};

export const englishCounts: Readonly<Record<string, number>> = {
  ...numbered(
    "a|one two|couple three four five six seven eight nine ten eleven twelve".split(" "),
    1,
  ),
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

/** Named days with the same date each year. */
export const englishDays: Readonly<Record<string, CalendarPoint>> = {
  christmas: { month: 12, day: 25 },
  xmas: { month: 12, day: 25 },
  "christmas eve": { month: 12, day: 24 },
  "new year": { month: 1, day: 1 },
  "new years": { month: 1, day: 1 },
  halloween: { month: 10, day: 31 },
  "singles day": { month: 11, day: 11 },
  "double eleven": { month: 11, day: 11 },
  "double 11": { month: 11, day: 11 },
  "valentines day": { month: 2, day: 14 },
};

export const chineseDays: Readonly<Record<string, CalendarPoint>> = {
  双十一: { month: 11, day: 11 },
  双11: { month: 11, day: 11 },
  双十二: { month: 12, day: 12 },
  双12: { month: 12, day: 12 },
  六一八: { month: 6, day: 18 },
  "618": { month: 6, day: 18 },
  元旦: { month: 1, day: 1 },
  国庆节: { month: 10, day: 1 },
  国庆: { month: 10, day: 1 },
  圣诞节: { month: 12, day: 25 },
  圣诞: { month: 12, day: 25 },
  五一: { month: 5, day: 1 },
};

export const chineseNumbers: Readonly<Record<string, number>> = {
  ...numbered("一|元 二|两 三 四 五 六 七 八 九 十 十一|冬 十二|腊".split(" "), 1),
  十五: 15,
  二十: 20,
  三十: 30,
};

export const chineseWeekdays: Readonly<Record<string, number>> = {
  ...numbered("日|天 一 二 三 四 五 六".split(" "), 0),
};
