import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { type Subject, subjects, wordsOf } from "../../../parts/topics/topic-words.ts";
import type { OperatorLocale } from "../../../words/locale.ts";
import type { AnswersSearch } from "./answers-search.ts";

/** Topics under one heading; `null`: the only list, which needs none. */
export interface TopicGroup {
  subject: Subject | null;
  topics: TopicRow[];
}

export const isWithout = ({ state }: TopicRow): boolean => state === "none" || state === "over";

/** The topics that are sought, the most asked first, by subject or all together. */
export function selectTopics(
  topics: readonly TopicRow[],
  { q = "", show, by }: AnswersSearch,
  locale: OperatorLocale,
): TopicGroup[] {
  const shown = topics
    .filter((row) => show === undefined || isWithout(row))
    .filter((row) => textOf(row, locale).includes(q.trim().toLowerCase()))
    .toSorted((one, other) => other.asked - one.asked);
  if (by === "asked") return shown.length > 0 ? [{ subject: null, topics: shown }] : [];
  return subjects
    .map((subject) => ({ subject, topics: shown.filter((row) => subjectOf(row) === subject) }))
    .filter((group) => group.topics.length > 0);
}

const subjectOf = ({ topic }: TopicRow): Subject => wordsOf(topic)?.subject ?? "own";

/** All that a topic can be found by. */
function textOf({ topic, name }: TopicRow, locale: OperatorLocale): string {
  const words = wordsOf(topic)?.[locale];
  return [name ?? "", words?.name ?? "", words?.about ?? ""].join("\n").toLowerCase();
}
