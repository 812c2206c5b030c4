const months =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** What is said behind a date of the time that is meant; without it, the date itself is. */
const bounds: Readonly<Record<string, string>> = {
  ...{ から: "since", 以降: "since", 以来: "since", まで: "until" },
  ...{ より前: "before", 以前: "before", の前: "before" },
};

const bound = `(${Object.keys(bounds).join("|")})?`;
const month = "(?:(20[0-3][0-9])年)?(1[0-2]|0?[1-9])月(?:(3[01]|[12][0-9]|0?[1-9])日)?";

type Groups = readonly (string | undefined)[];

const nameDate = ([year, number, day]: Groups): string =>
  [months[Number(number) - 1], day, year].filter(Boolean).join(" ");

/** “10月5日から”, “9月から11月まで”, “2025年”, “3か月前”, in English. */
export const readDates = (text: string): string =>
  text
    .replace(
      new RegExp(`${month}(?:から|〜|~)${month}(?:まで)?`, "g"),
      (_, ...found: string[]) =>
        ` between ${nameDate(found.slice(0, 3))} and ${nameDate(found.slice(3, 6))} `,
    )
    .replace(
      new RegExp(`${month}${bound}`, "g"),
      (_, ...found: string[]) => ` ${bounds[found[3] ?? ""] ?? "in"} ${nameDate(found)} `,
    )
    .replace(
      new RegExp(`(20[0-3][0-9])年${bound}`, "g"),
      (_, year: string, said?: string) => ` ${bounds[said ?? ""] ?? "in"} ${year} `,
    )
    .replace(/([1-9][0-9]?)(?:[かヶカケ箇])月(前)?/g, (_, count: string, ago?: string) =>
      ago ? ` ${count} months ago ` : ` last ${count} months `,
    );
