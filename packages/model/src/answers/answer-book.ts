import type { CustomerLocale } from "@meetbot/presentation";
import type { TopicId } from "../topics/catalog.ts";

/** A button below an answer: a page, an order's number and then the text with it, or a person. */
export type AnswerButton =
  | { kind: "link"; title: string; url: string }
  | { kind: "order"; title: string }
  | { kind: "person" };

/** A shop's answer to a topic in one language: plain text, with `{variables}`. */
export interface AnswerText {
  text: string;
  buttons: AnswerButton[];
}

/** A shop's answer to a topic. */
export interface Answer {
  texts: Partial<Record<CustomerLocale, AnswerText>>;
  /** The first and last day on which the bot uses the answer, in the bot's time zone; `null` for no limit. */
  validFrom: string | null;
  validUntil: string | null;
}

/** A topic that a shop added, recognized by a few example sentences. */
export interface OwnTopic {
  /** `own_` followed by the shop's name for the topic, in lower case. */
  id: `own_${string}`;
  name: string;
  examples: string[];
}

/** The meanings besides topics that a taught utterance can have. */
export const plainMeanings = [
  "order",
  "package",
  "person",
  /** It wants no answer of the shop. */
  "nothing",
] as const;

/** The meaning of an utterance that an operator taught. */
export type Meaning = (typeof plainMeanings)[number] | TopicId | OwnTopic["id"];

/** An utterance whose meaning an operator taught, with personal data masked. */
export interface TaughtExample {
  text: string;
  meaning: Meaning;
}

/** Everything a shop taught its bot, as one versioned document. */
export interface AnswerBook {
  answers: Partial<Record<TopicId | OwnTopic["id"], Answer>>;
  ownTopics: OwnTopic[];
  taught: TaughtExample[];
}

/** The reasons for a new version of the book. */
export const bookChangeReasons = [
  "replaced",
  "imported",
  "restored",
  "answer_set",
  "answer_removed",
  "own_topic_set",
  "own_topic_removed",
  "taught",
  "forgotten",
] as const;
export type BookChange = (typeof bookChangeReasons)[number];

/** Nothing taught yet. */
export const emptyBook = {
  answers: {} as AnswerBook["answers"],
  ownTopics: [] as OwnTopic[],
  taught: [] as TaughtExample[],
} satisfies AnswerBook;
