import type { OperatorLocale } from "./locale.ts";

/** The words of a page or a part: texts, and functions that make a text. */
export interface WordTable {
  [name: string]: Word | WordTable;
}
// biome-ignore lint/suspicious/noExplicitAny: a word takes whatever is put into it
type Word = string | ((...values: any[]) => string);

/** The same names with texts of their own: a word that one language lacks does not compile. */
type SameAs<Table> = {
  [Name in keyof Table]: Table[Name] extends string
    ? string
    : Table[Name] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SameAs<Table[Name]>;
};

/** Words in all languages. */
export type Words<Table> = Record<OperatorLocale, SameAs<Table>>;

/** Says the same in English and in Chinese. */
export function defineWords<const Table extends WordTable>(words: {
  en: Table;
  zh: SameAs<Table>;
}): Words<Table> {
  return words as unknown as Words<Table>;
}
