import {
  type Concern,
  facts,
  type NamedFact,
  type Narrowing,
  type Survey,
  surveys,
} from "@meetbot/model/conversation/recognition.ts";
import { createPhraseMatcher, type Matches, type PhraseList } from "../matching/phrase-matcher.ts";
import type { Letters } from "../matching/phrase-syntax.ts";
import * as englishFacts from "./lexicon/facts-en.ts";
import * as chineseFacts from "./lexicon/facts-zh.ts";
import { foreignThings } from "./lexicon/foreign-things.ts";
import * as narrowings from "./lexicon/narrowings.ts";
import { type OrdinalForm, ordinalForms } from "./lexicon/ordinal-forms.ts";
import { gaps } from "./lexicon/patterns.ts";
import { people as englishPeople } from "./lexicon/people/people-en.ts";
import { people as chinesePeople } from "./lexicon/people/people-zh.ts";
import { chinesePointers, englishPointers } from "./lexicon/pointers.ts";
import * as surveyWords from "./lexicon/surveys.ts";
import * as englishTalk from "./lexicon/talk-en.ts";
import * as chineseTalk from "./lexicon/talk-zh.ts";
import * as englishTroubles from "./lexicon/troubles-en.ts";
import * as chineseTroubles from "./lexicon/troubles-zh.ts";
import * as englishWhose from "./lexicon/whose-en.ts";
import * as chineseWhose from "./lexicon/whose-zh.ts";
import * as englishWishes from "./lexicon/wishes-en.ts";
import * as chineseWishes from "./lexicon/wishes-zh.ts";
import { chineseTimeParts, englishTimeWords, unknownTimeWords } from "./placed/time-words.ts";

/** The meanings of phrases in plain clauses, grouped by the code that uses them. */
interface Meanings {
  facts: NamedFact;
  concerns: Concern;
  /** Marks a phrase as denied, such as a trouble that the customer does not have. */
  denied: true;
  /** A thing that no shop sends, such as a bank card. */
  foreign: true;
  states: NonNullable<Narrowing["state"]>;
  ends: NonNullable<Narrowing["end"]>;
  all: true;
  surveys: { survey: Survey; kind: keyof surveyWords.SurveyWords };
  pointers: true;
  /**
   * Hints that a text may be about people. Like `ordinals`, which hints at places in a list, it is only a hint, because
   * more than the words decides.
   */
  people: true;
  ordinals: OrdinalForm;
  /** A word of time, which most texts lack. */
  times: true;
}

export type ContextMatches = Matches<Meanings>;

type Table<Key extends string> = Readonly<Partial<Record<Key, readonly string[]>>>;

const listsOf = <Key extends string>(table: Table<Key>, letters: Letters): PhraseList<Key>[] =>
  (Object.keys(table) as Key[]).map((meaning) => ({
    ...{ meaning, letters },
    phrases: table[meaning] ?? [],
  }));

const inBoth = (english: readonly string[], chinese: readonly string[]): PhraseList<true>[] => [
  { meaning: true, letters: "Latin", phrases: english },
  { meaning: true, letters: "Han", phrases: chinese },
];

function englishFact(fact: NamedFact): readonly string[] {
  const { asked, named, before, after, cue } = englishFacts;
  const name = named[fact];
  if (name === undefined) return asked[fact];
  const alone = `^(${before} ){0,4}${name}( ${after}){0,4}$`;
  const listed = `^(${before} ){0,4}${name} (and|or|plus|with)`;
  return [...asked[fact], alone, listed, `${cue} … ${name}`];
}

function chineseFact(fact: NamedFact): readonly string[] {
  const { asked, named, before, after } = chineseFacts;
  const name = named[fact];
  if (name === undefined) return asked[fact];
  return [...asked[fact], `^ ?(${before} ?){0,4}${name}(${after}){0,3}($|和|跟|还有|以及|加)`];
}

const surveyKinds = ["several", "ofThose", "ofOneToo"] as const;

const surveyLists = (letters: Letters, words: Readonly<Record<Survey, surveyWords.SurveyWords>>) =>
  surveyKinds.flatMap((kind) =>
    surveys.map((survey) => ({
      ...{ meaning: { survey, kind }, letters },
      phrases: words[survey][kind] ?? [],
    })),
  );

/** Finds the meanings of an utterance's plain clauses; searches all phrase tables at once. */
export const matchContext = createPhraseMatcher<Meanings>(
  {
    facts: [
      ...facts.map(
        (fact) => ({ meaning: fact, letters: "Latin", phrases: englishFact(fact) }) as const,
      ),
      ...facts.map(
        (fact) => ({ meaning: fact, letters: "Han", phrases: chineseFact(fact) }) as const,
      ),
    ],
    concerns: [
      ...listsOf<Concern>(
        {
          ...englishTroubles.troubles,
          ...englishWishes.wishes,
          ...englishTalk.talk,
          ...englishWhose.whose,
        },
        "Latin",
      ),
      ...listsOf<Concern>(
        {
          ...chineseTroubles.troubles,
          ...chineseWishes.wishes,
          ...chineseTalk.talk,
          ...chineseWhose.whose,
        },
        "Han",
      ),
    ],
    denied: inBoth(englishTalk.denied, chineseTalk.denied).map((list) => ({
      ...list,
      isHint: true,
    })),
    foreign: [{ meaning: true, letters: "Latin", phrases: foreignThings }],
    states: [
      ...listsOf(narrowings.englishStates, "Latin"),
      ...listsOf(narrowings.chineseStates, "Han"),
    ],
    ends: [...listsOf(narrowings.englishEnds, "Latin"), ...listsOf(narrowings.chineseEnds, "Han")],
    all: inBoth(narrowings.englishAll, narrowings.chineseAll),
    surveys: [
      ...surveyLists("Latin", surveyWords.english),
      ...surveyLists("Han", surveyWords.chinese),
    ],
    pointers: inBoth(englishPointers, chinesePointers),
    people: inBoth(Object.values(englishPeople).flat(), Object.values(chinesePeople).flat()).map(
      (list) => ({ ...list, isHint: true }),
    ),
    times: [
      ...inBoth(
        [...englishTimeWords, ...unknownTimeWords.Latin],
        [...chineseTimeParts, ...unknownTimeWords.Han],
      ),
      { meaning: true as const, letters: null, phrases: ["200", "201", "202", "203"] },
    ].map((list) => ({ ...list, isHint: true })),
    ordinals: ordinalForms.map((form) => ({
      ...{ meaning: form, letters: null, isHint: true },
      phrases: [form.pattern.source],
    })),
  },
  gaps,
);
