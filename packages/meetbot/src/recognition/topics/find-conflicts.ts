import type {
  AnswerBook,
  Meaning,
  OwnTopic,
  TaughtExample,
} from "../../model/answers/answer-book.ts";
import type { Recognition } from "../../model/conversation/recognition.ts";
import { likeness } from "../likeness.ts";
import { recognize } from "../recognize.ts";
import { clearRequests } from "./clear-requests.ts";

/** What is about to be taught: a sentence, or a topic with its sentences. */
export type Candidate = TaughtExample | { ownTopic: OwnTopic };

/** A sentence that would mean something else once that is taught. */
export interface Conflict {
  text: string;
  was: Meaning;
  becomes: Meaning;
}

/**
 * Tells which sentences would change their meaning if this were taught: clear requests of the catalog's topics, for
 * orders and packages, and what the book teaches already. Pure. An own topic of the same id is replaced.
 */
export function findConflicts(book: AnswerBook, candidate: Candidate): Conflict[] {
  const meaning = "ownTopic" in candidate ? candidate.ownTopic.id : candidate.meaning;
  const added = "ownTopic" in candidate ? candidate.ownTopic.examples : [candidate.text];
  const before = without(book, candidate);
  const after = withCandidate(before, candidate);
  const others = sentencesOf(before).filter((sentence) => sentence.meaning !== meaning);
  const same = new Set(added.map(likeness));
  const contradicted = others
    .filter(({ text }) => same.has(likeness(text)))
    .map(({ text, meaning: was }): Conflict => ({ text, was, becomes: meaning }));
  const isContradicted = new Set(contradicted.map(({ text }) => text));
  const sentences = [...clearRequests, ...others].filter(
    (sentence) => sentence.meaning !== meaning && !isContradicted.has(sentence.text),
  );
  return [...contradicted, ...turnedIn(sentences, before, after)];
}

/**
 * Tells which clear requests mean something else, and not what they ask for, by another book: however many sentences
 * it has, each request is heard twice. Pure.
 */
export function findTurned(before: AnswerBook, after: AnswerBook): Conflict[] {
  const meant = new Map<string, Meaning>(clearRequests.map(({ text, meaning }) => [text, meaning]));
  return turnedIn(clearRequests, before, after).filter(
    ({ text, becomes }) => becomes !== meant.get(text),
  );
}

function turnedIn(
  sentences: readonly { text: string }[],
  before: AnswerBook,
  after: AnswerBook,
): Conflict[] {
  return sentences
    .map(
      ({ text }): Conflict => ({
        text,
        was: meaningOf(recognize(text, { book: before })),
        becomes: meaningOf(recognize(text, { book: after })),
      }),
    )
    .filter(({ was, becomes }) => was !== becomes);
}

/** The book as it is but for what the candidate stands for now. */
function without(book: AnswerBook, candidate: Candidate): AnswerBook {
  if ("ownTopic" in candidate) {
    const { id } = candidate.ownTopic;
    return { ...book, ownTopics: book.ownTopics.filter((own) => own.id !== id) };
  }
  const isSame = ({ text, meaning }: TaughtExample) =>
    meaning === candidate.meaning && likeness(text) === likeness(candidate.text);
  return { ...book, taught: book.taught.filter((taught) => !isSame(taught)) };
}

const withCandidate = (book: AnswerBook, candidate: Candidate): AnswerBook =>
  "ownTopic" in candidate
    ? { ...book, ownTopics: [...book.ownTopics, candidate.ownTopic] }
    : { ...book, taught: [...book.taught, candidate] };

const sentencesOf = ({ ownTopics, taught }: AnswerBook): TaughtExample[] => [
  ...taught,
  ...ownTopics.flatMap(({ id, examples }) => examples.map((text) => ({ text, meaning: id }))),
];

/** What an utterance is taken for, in the words of the book. */
function meaningOf({ topic, intent, decision }: Recognition): Meaning {
  if (topic) return topic.id as Meaning;
  if (decision !== "act") return "nothing";
  if (intent === "order_query") return "order";
  if (intent === "package_track") return "package";
  return intent === "human_agent" ? "person" : "nothing";
}
