import type { CustomerLocale } from "@meetbot/presentation";
import type {
  AnswerButton,
  Answers,
  AnswerText,
  GivenAnswer,
} from "../../../parts/topics/answers-query.ts";

/** A topic as it is being edited: nothing is changed before it is saved. */
export interface AnswerDraft {
  texts: Partial<Record<CustomerLocale, AnswerText>>;
  /** A day, as `2026-12-24`; empty: always. */
  from: string;
  until: string;
  /** Of an own topic. */
  name: string;
  /** One sentence a line. */
  examples: string;
}

export const isOwn = (topic: string): boolean => topic.startsWith("own_");

/** Returns a draft of a topic's saved answer. */
export function toDraft({ book }: Pick<Answers, "book">, topic: string | null): AnswerDraft {
  const answer = topic !== null && Object.hasOwn(book.answers, topic) ? book.answers[topic] : null;
  const own = book.own_topics.find(({ id }) => id === topic);
  return {
    texts: answer?.texts ?? {},
    from: answer?.valid_from ?? "",
    until: answer?.valid_until ?? "",
    name: own?.name ?? "",
    examples: (own?.examples ?? []).join("\n"),
  };
}

/** The answer that a draft makes; `null`: none. */
export function toAnswer({ texts, from, until }: AnswerDraft): GivenAnswer | null {
  const written = Object.entries(texts)
    .filter(([, { text, buttons }]) => text.trim() !== "" || buttons.length > 0)
    .map(([locale, { text, buttons }]) => [
      locale,
      { text: text.trim(), buttons: buttons.map(trimmed) },
    ]);
  if (written.length === 0) return null;
  const days = { valid_from: from || null, valid_until: until || null };
  return { texts: Object.fromEntries(written), ...days };
}

/** The name and the sentences of an own topic. */
export function toOwnTopic({ name, examples }: AnswerDraft) {
  return { name: name.trim(), examples: sentencesOf(examples) };
}

export function sentencesOf(examples: string): string[] {
  return examples
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function trimmed(button: AnswerButton): AnswerButton {
  switch (button.kind) {
    case "link":
      return { ...button, title: button.title.trim(), url: button.url.trim() };
    case "order":
      return { ...button, title: button.title.trim() };
    case "person":
      return button;
  }
}

/** Whether two drafts have the same content. */
export function isSame(one: AnswerDraft, other: AnswerDraft): boolean {
  return isSameAnswer(one, other) && isSameTopic(one, other);
}

export const isSameAnswer = (one: AnswerDraft, other: AnswerDraft): boolean =>
  JSON.stringify(sorted(toAnswer(one))) === JSON.stringify(sorted(toAnswer(other)));

export const isSameTopic = (one: AnswerDraft, other: AnswerDraft): boolean =>
  JSON.stringify(toOwnTopic(one)) === JSON.stringify(toOwnTopic(other));

/** Ignores the order in which languages were written. */
function sorted(answer: GivenAnswer | null) {
  if (!answer) return null;
  const texts = Object.entries(answer.texts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    answer.valid_from,
    answer.valid_until,
    ...texts.map(([locale, said]) => [
      locale,
      said?.text,
      said?.buttons.map((button) => Object.entries(button).toSorted()),
    ]),
  ];
}

/** Returns an id for a new topic: its name, as far as an id allows, and a part that makes it unique. */
export function newTopicId(
  name: string,
  taken: readonly string[],
  random: string,
): `own_${string}` {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .join("_")
    .slice(0, 24);
  const id = `own_${slug || random}` as const;
  return taken.includes(id) ? `${id}_${random}` : id;
}
