import { useSpeaking, useWords } from "../../words/speaking.tsx";
import type { Answers } from "./answers-query.ts";
import { meaningWords } from "./meaning-words.ts";
import { wordsOf } from "./topic-words.ts";

/** Names a topic, or what else a sentence can mean; `null` is none of them. */
export function useTopicName(
  answers: Pick<Answers, "book"> | undefined,
): (meaning: string | null) => string {
  const { locale } = useSpeaking();
  const words = useWords(meaningWords);
  const plain: Record<string, string> = words.meanings;
  const own = answers?.book.own_topics ?? [];
  return (meaning) => {
    if (meaning === null) return words.noMeaning;
    const owned = own.find(({ id }) => id === meaning)?.name;
    return owned ?? plain[meaning] ?? wordsOf(meaning)?.[locale].name ?? meaning;
  };
}
