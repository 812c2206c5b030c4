const months =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** The words after a date that make it the bound of a period; without one, the customer means the date itself. */
const bounds: Readonly<Record<string, string>> = {
  ...{ から: "since", 以降: "since", 以来: "since", まで: "until" },
  ...{ より前: "before", 以前: "before", の前: "before" },
};

const bound = `(${Object.keys(bounds).join("|")})?`;
const month = "(?:(20[0-3][0-9])年)?(1[0-2]|0?[1-9])月(?:(3[01]|[12][0-9]|0?[1-9])日)?";

const fromTo = new RegExp(`${month}(?:から|〜|~)${month}(?:まで)?`, "g");
const ofMonth = new RegExp(`${month}${bound}(の注文)?`, "g");
const ofYear = new RegExp(`(20[0-3][0-9])年${bound}`, "g");
const ofMonths = /([1-9][0-9]?)(?:[かヶカケ箇])月(前)?/g;

type Groups = readonly (string | undefined)[];

const nameDate = ([year, number, day]: Groups): string =>
  [months[Number(number) - 1], day, year].filter(Boolean).join(" ");

const nameBound = (said = ""): string => bounds[said] ?? "in";

/** “10月5日から”, “9月から11月まで”, “2025年”, “3か月前”, in English. */
export const readDates = (text: string): string =>
  text
    .replace(fromTo, (_, ...found: string[]) => {
      const [first, last] = [nameDate(found.slice(0, 3)), nameDate(found.slice(3, 6))];
      return ` between ${first} and ${last} `;
    })
    .replace(ofMonth, (_, ...found: string[]) => {
      const named = `${nameBound(found[3])} ${nameDate(found)}`;
      return found[4] ? ` my orders ${named} ` : ` ${named} `;
    })
    .replace(ofYear, (_, year: string, said?: string) => ` ${nameBound(said)} ${year} `)
    .replace(ofMonths, (_, count: string, ago?: string) =>
      ago ? ` ${count} months ago ` : ` last ${count} months `,
    );
