import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Decision, HeardTopic, Intent } from "@meetbot/model/conversation/recognition.ts";
import { type BookIndex, indexBook, type Near } from "./book-index.ts";

/** The meaning of an utterance, taken from the shop's sentence that it resembles. */
export interface Followed {
  intent: Intent;
  confidence: number;
  decision: Decision;
  isOtherTopic: boolean;
  topic: HeardTopic | null;
}

/**
 * The nearness from which an example sentence decides. Several that agree need less of it; more is needed against what
 * was understood without them. Chosen with held-out topics: see `docs/recognition.md`.
 */
export const minSimilarity = { several: 0.14, one: 0.5, known: 0.35 };

/** An index for each book, as long as the book is in use. */
const indexes = new WeakMap<AnswerBook, BookIndex>();

/** Returns the index of a book, built once; `null` if the book has no taught sentences or topics. */
export function indexOf(book: AnswerBook): BookIndex | null {
  if (book.ownTopics.length + book.taught.length === 0) return null;
  const index = indexes.get(book) ?? indexBook(book);
  indexes.set(book, index);
  return index;
}

/**
 * Checks whether a sentence is near enough to decide. `isKnown`: whether the bot understood the utterance without it.
 */
export function isNear({ nearness, isExact, isOfSeveral }: Near, isKnown: boolean): boolean {
  if (isExact) return true;
  if (!isOfSeveral) return nearness >= minSimilarity.one;
  return nearness >= (isKnown ? minSimilarity.known : minSimilarity.several);
}

/** Returns the meaning of an utterance that resembles this sentence. */
export function followExample({ meaning, nearness, example }: Near): Followed {
  const confidence = (1 + nearness) / 2;
  const as = (intent: Intent, decision: Decision, topic: HeardTopic | null): Followed => ({
    ...{ intent, confidence, decision, topic },
    isOtherTopic: topic !== null,
  });
  switch (meaning) {
    case "order":
      return as("order_query", "act", null);
    case "package":
      return as("package_track", "act", null);
    case "person":
      return as("human_agent", "act", null);
    case "nothing":
      return as("other", "none", null);
    default:
      return as("other", "none", { id: meaning, confidence, example });
  }
}
