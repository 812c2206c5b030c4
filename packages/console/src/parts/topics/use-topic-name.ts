import { useWords } from "../../words/speaking.tsx";
import type { Answers } from "./answers-query.ts";
import { wordsOf } from "./topics.ts";

/** Returns a function that names a topic or any other meaning of a sentence; `null` stands for no meaning. */
export function useTopicName(
  answers: Pick<Answers, "book"> | undefined,
): (meaning: string | null) => string {
  const topics = useWords("topics");
  const words = useWords("recognition.meaning");
  const plain: Record<string, string> = words.meanings;
  const own = answers?.book.own_topics ?? [];
  return (meaning) => {
    if (meaning === null) return words.noMeaning;
    const owned = own.find(({ id }) => id === meaning)?.name;
    return owned ?? plain[meaning] ?? wordsOf(meaning, topics)?.name ?? meaning;
  };
}
