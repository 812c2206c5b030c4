import type { Random } from "../fixtures/random.ts";

/** What a receiver has to have proved for a value to be shown: the table of the design, "who may see what". */
export type Needs =
  /** By a typed email already, or by the number alone. */
  | "status"
  /** A package's own number. */
  | "package"
  /** The order's number, where that is hard to guess or was typed with its email. */
  | 1
  /** A proved account. */
  | 2;

/** A word or a number that stands in one place of one shop only, so that wherever it comes out it is known whose it is. */
export interface SensitiveValue {
  /** What is searched for: letters and digits in small letters, an amount by its digits. */
  word: string;
  /** A description of the value, for readers of a finding. */
  what: string;
  needs: Needs;
  /** The order it belongs to; `null`: to nothing but its customer. */
  orderNumber: string | null;
  /** The parcel it belongs to, where it does. */
  packageNumber: string | null;
  owner: string;
  /** It tells who somebody is or leads to them: no operator sees it without an audit entry. */
  isPersonal: boolean;
  botId: string;
}

/** All values that were ever made up, by what is searched for. */
export type SensitiveValues = Map<string, SensitiveValue>;

/** Makes up words and numbers that nobody else has. */
export function createInventor(random: Random, values: SensitiveValues) {
  const taken = (word: string) => values.has(word) || made.has(word);
  const made = new Set<string>();
  const unique = (make: () => string): string => {
    for (;;) {
      const one = make();
      const word = wordOf(one);
      if (taken(word)) continue;
      made.add(word);
      return one;
    }
  };
  const pick = (letters: string) => letters[random.below(letters.length)] ?? "";
  const times = (count: number, make: () => string) => Array.from({ length: count }, make).join("");
  return {
    /** A word that can be pronounced, such as `Zabelto`. */
    word: () =>
      unique(() => `Z${times(4, () => pick("aeiou") + pick("bdfgklmnprstvw"))}${pick("aeo")}`),
    /** The last part of an address, as shops draw it: never a word alone. */
    path: () => unique(() => `z${times(5, () => pick("bdfgklmnprstvw") + pick("2346789"))}`),
    /** A number in which letters and digits take turns, hard to guess. */
    drawnNumber: (length = 12) =>
      unique(() => times(length / 2, () => pick("BCDFGHJKMNPQRTVWXY") + pick("2346789"))),
    /** A number that counts up. */
    counter: () => unique(() => String(100_000 + random.below(900_000))),
    /** An amount with cents that no other has. */
    amount: () =>
      Number(
        unique(() => `${1_000 + random.below(98_000)}.${random.below(10)}${1 + random.below(9)}`),
      ),
    /** A year that lies far ahead, of the shop's parcels one only. */
    year: (used: Set<number>): number => {
      for (;;) {
        const year = 2031 + random.below(68);
        if (used.has(year)) continue;
        used.add(year);
        return year;
      }
    },
  };
}

export type Inventor = ReturnType<typeof createInventor>;

/** A value as it is searched for. */
export const wordOf = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
