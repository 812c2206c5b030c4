import { chineseDays, englishDays, englishMonths, englishWeekdays } from "./names.ts";

/** Every English phrase for a time contains one of these words or the number of a year. */
export const englishTimeWords: readonly string[] = [
  ...Object.keys({ ...englishMonths, ...englishWeekdays }),
  ...Object.keys(englishDays).flatMap((name) => name.split(" ").slice(-1)),
  ..."yesterday today day days week weeks month months year years".split(" "),
];

/** Every Chinese expression of time contains one of these parts. */
export const chineseTimeParts: readonly string[] = [
  ..."年月日号天周".split(""),
  ...["星期", "礼拜"],
  ...Object.keys(chineseDays),
];

/** Names of times whose dates are unknown because they differ from year to year. */
export const unknownTimeWords = {
  Latin:
    "easter spring summer autumn fall winter thanksgiving ramadan eid diwali ashura holiday holidays".split(
      " ",
    ),
  Han: "春节 过年 除夕 元宵 清明 端午 中秋 重阳 七夕 暑假 寒假".split(" "),
};
