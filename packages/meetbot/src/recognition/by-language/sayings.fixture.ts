import { chinese } from "./chinese.fixture.ts";
import { english } from "./english.fixture.ts";
import { french } from "./french.fixture.ts";
import { german } from "./german.fixture.ts";
import { japanese } from "./japanese.fixture.ts";
import type { Sayings, Written } from "./language-sayings.fixture.ts";
import { portuguese } from "./portuguese.fixture.ts";
import { spanish } from "./spanish.fixture.ts";

/** By the language of customers that they are written in. A test understands each, and the page that lists them is written from them. */
export const sayings = {
  en: english,
  zh: chinese,
  de: german,
  es: spanish,
  fr: french,
  "pt-BR": portuguese,
  ja: japanese,
} as const;

/** A language of the table. */
export type Spoken = keyof typeof sayings;

/** A row of the table in a language: a question, and how customers ask it. */
export interface Row {
  part: keyof Sayings;
  key: string;
  said: readonly string[];
}

/** All rows of a language. */
export const rowsOf = (language: Spoken): Row[] =>
  (Object.entries(sayings[language]) as [keyof Sayings, Written<string>][]).flatMap(
    ([part, rows]) => Object.entries(rows).map(([key, said]) => ({ part, key, said })),
  );
