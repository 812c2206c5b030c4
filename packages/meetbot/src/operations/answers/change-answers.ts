import type {
  Answer,
  AnswerBook,
  BookChange,
  OwnTopic,
} from "@meetbot/model/answers/answer-book.ts";
import { isTopicId } from "../../dialog/topics/is-topic-id.ts";
import { type AnswersDeps, saveAnswers, type Written } from "./save-answers.ts";

type AnyTopic = keyof AnswerBook["answers"];

/** Which version the author of a change looked at. */
interface Seen {
  seen: number;
}

/** Replaces the whole answer book. */
export function replaceBook(
  deps: AnswersDeps,
  { seen, book, what, isCheck }: Seen & { book: AnswerBook; what: BookChange; isCheck?: boolean },
): Promise<Written> {
  const whole = { part: (one: AnswerBook) => one, change: () => book };
  return saveAnswers(deps, { seen, what, topic: null, ...whole, ...(isCheck && { isCheck }) });
}

/** Makes an older version the newest again. */
export async function restoreBook(
  deps: AnswersDeps,
  { seen, version }: Seen & { version: number },
): Promise<Written> {
  const stored = await deps.answers.find(deps.bot.id, version);
  if (!stored) return { outcome: "not_found", what: "version" };
  return replaceBook(deps, { seen, book: stored.book, what: "restored" });
}

/** Sets the answer to one topic; `null` removes it. */
export function setAnswer(
  deps: AnswersDeps,
  { seen, topic, answer }: Seen & { topic: string; answer: Answer | null },
): Promise<Written> {
  return saveAnswers(deps, {
    ...{ seen, topic, what: answer ? "answer_set" : "answer_removed" },
    part: ({ answers }) => answers[topic as AnyTopic],
    change(book) {
      if (!isTopicId(topic) && !findOwn(book, topic))
        return { outcome: "not_found", what: "topic" };
      const { [topic as AnyTopic]: _, ...others } = book.answers;
      return { ...book, answers: answer ? { ...others, [topic]: answer } : others };
    },
  });
}

/** Adds a topic of the shop's own, or replaces its name and examples. */
export function setOwnTopic(
  deps: AnswersDeps,
  { seen, ...topic }: Seen & OwnTopic,
): Promise<Written> {
  return saveAnswers(deps, {
    ...{ seen, topic: topic.id, what: "own_topic_set" },
    part: (book) => findOwn(book, topic.id),
    change: (book) => ({ ...book, ownTopics: withTopic(book.ownTopics, topic) }),
  });
}

/** Removes the shop's own topic with its answer and all its training sentences. */
export function removeOwnTopic(
  deps: AnswersDeps,
  { seen, topic }: Seen & { topic: string },
): Promise<Written> {
  return saveAnswers(deps, {
    ...{ seen, topic, what: "own_topic_removed" },
    part: (book) => [
      findOwn(book, topic),
      book.answers[topic as AnyTopic],
      book.taught.filter(({ meaning }) => meaning === topic),
    ],
    change(book) {
      if (!findOwn(book, topic)) return { outcome: "not_found", what: "topic" };
      const { [topic as AnyTopic]: _, ...answers } = book.answers;
      return {
        answers,
        ownTopics: book.ownTopics.filter(({ id }) => id !== topic),
        taught: book.taught.filter(({ meaning }) => meaning !== topic),
      };
    },
  });
}

const findOwn = ({ ownTopics }: AnswerBook, topic: string) =>
  ownTopics.find(({ id }) => id === topic);

/** Replaces a known topic in place; appends a new one. */
export function withTopic(topics: readonly OwnTopic[], topic: OwnTopic): OwnTopic[] {
  const isKnown = topics.some(({ id }) => id === topic.id);
  return isKnown ? topics.map((one) => (one.id === topic.id ? topic : one)) : [...topics, topic];
}
