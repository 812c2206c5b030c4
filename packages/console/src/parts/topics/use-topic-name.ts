import { useWords } from "../../words/speaking.tsx";
import type { Answers } from "./answers-query.ts";
import { wordsOf } from "./topics.ts";

/** Names a topic, or what else a sentence can mean; `null` is none of them. */
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
