import type { Concern, NamedFact, Survey } from "@meetbot/model/conversation/recognition.ts";
import type { catalog, TopicId } from "@meetbot/model/topics/catalog.ts";
import { chinese } from "./chinese.fixture.ts";
import { english } from "./english.fixture.ts";
import { french } from "./french.fixture.ts";
import { german } from "./german.fixture.ts";
import { japanese } from "./japanese.fixture.ts";
import { portuguese } from "./portuguese.fixture.ts";
import { spanish } from "./spanish.fixture.ts";

/** A topic that no concern says, too. */
type TopicAlone = Exclude<(typeof catalog)[number], { concern: Concern }>["id"] & TopicId;

/** What customers ask for beside facts, concerns and topics. */
type Talk = "order" | "person" | "help" | "greeting" | "thanks_bye" | "cancel";
type List = "placed" | "state" | "end" | "all" | "unpaid";
type Written<Key extends string> = Readonly<Record<Key, readonly string[]>>;

/** How customers say in one language what the bot understands: the first sentence as one would write, the others as one chats. */
export interface Sayings {
  talk: Written<Talk>;
  facts: Written<NamedFact>;
  lists: Written<List>;
  surveys: Written<Survey>;
  concerns: Written<Concern>;
  topics: Written<TopicAlone>;
}

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
