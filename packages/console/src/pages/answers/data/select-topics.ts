import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { type Subject, subjectOf, subjects, wordsOf } from "../../../parts/topics/topics.ts";
import type { CatalogWords } from "../../../words/catalogs.ts";
import type { AnswersSearch } from "./answers-search.ts";

/** Topics under one heading; `null`: the only list, which needs none. */
export interface TopicGroup {
  subject: Subject | null;
  topics: TopicRow[];
}

export const isWithout = ({ state }: TopicRow): boolean => state === "none" || state === "over";

/** Returns the matching topics, most asked first, grouped by subject or all together. */
export function selectTopics(
  topics: readonly TopicRow[],
  { q = "", show, by }: AnswersSearch,
  words: CatalogWords<"topics">,
): TopicGroup[] {
  const shown = topics
    .filter((row) => show === undefined || isWithout(row))
    .filter((row) => textOf(row, words).includes(q.trim().toLowerCase()))
    .toSorted((one, other) => other.asked - one.asked);
  if (by === "asked") return shown.length > 0 ? [{ subject: null, topics: shown }] : [];
  return subjects
    .map((subject) => ({
      subject,
      topics: shown.filter((row) => subjectOf(row.topic) === subject),
    }))
    .filter((group) => group.topics.length > 0);
}

/** All that a topic can be found by. */
function textOf({ topic, name }: TopicRow, words: CatalogWords<"topics">): string {
  const known = wordsOf(topic, words);
  return [name ?? "", known?.name ?? "", known?.about ?? ""].join("\n").toLowerCase();
}
