import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type {
  Answer,
  AnswerBook,
  AnswerText,
  Meaning,
  OwnTopic,
  TaughtExample,
} from "@meetbot/model/answers/answer-book.ts";
import { type CustomerLocale, toCalendarDate } from "@meetbot/presentation";
import { maskExample } from "../../merchant/masking/mask-example.ts";
import { likeness } from "../../recognition/likeness.ts";
import { withTopic } from "./change-answers.ts";
import { type AnswersDeps, saveAnswers, type Written } from "./save-answers.ts";

/** A sentence as its author wrote it, with its meaning or the answer to it. */
export type Teaching = { text: string } & (
  | { meaning: string }
  | { answer: AnswerText & { name: string; locale: CustomerLocale } }
);

/**
 * Teaches a bot the meaning of a sentence, or the answer to it: creates an own topic, or extends the one of the same
 * name. Masks personal data. A sentence taught again takes the new meaning.
 */
export async function teach(
  deps: AnswersDeps,
  teaching: Teaching,
): Promise<{ written: Written; taught: TaughtExample }> {
  const text = maskExample(teaching.text.replace(/\s+/g, " ").trim(), deps.bot.orderNumberFormat);
  let taught: TaughtExample = { text, meaning: "nothing" };
  const written = await saveAnswers(deps, {
    ...{ seen: null, what: "taught", topic: "meaning" in teaching ? teaching.meaning : null },
    part: () => null,
    change(book) {
      const others = { ...book, taught: book.taught.filter((one) => !isLike(one.text, text)) };
      if ("meaning" in teaching) {
        taught = { text, meaning: teaching.meaning as Meaning };
        return { ...others, taught: [...others.taught, taught] };
      }
      const { name, locale, ...answer } = teaching.answer;
      const topic = topicCalled(book, name, text);
      taught = { text, meaning: topic.id };
      const before = book.answers[topic.id];
      const there = before?.texts[locale];
      if (there && !isDeepStrictEqual(there, answer)) return answeredAlready;
      const days = daysOf(before, toCalendarDate(new Date(), deps.bot.timeZone));
      const said = { ...days, texts: { ...before?.texts, [locale]: answer } };
      return {
        ...others,
        answers: { ...book.answers, [topic.id]: said },
        ownTopics: withTopic(book.ownTopics, topic),
      };
    },
  });
  return { written, taught };
}

/** Teaching does not overwrite another author's answer. */
const answeredAlready: Extract<Written, { outcome: "invalid" }> = {
  outcome: "invalid",
  faults: [
    {
      pointer: "/answer/name",
      message: "There is an answer already: add the sentence to it, or edit it there.",
    },
  ],
};

/**
 * Returns an answer's validity dates, or none if they exclude today, so that an answer taught today is used from today.
 */
function daysOf(answer: Answer | undefined, today: string): Omit<Answer, "texts"> {
  const { validFrom = null, validUntil = null } = answer ?? {};
  const isSaid = (validFrom ?? today) <= today && today <= (validUntil ?? today);
  return isSaid ? { validFrom, validUntil } : { validFrom: null, validUntil: null };
}

/** Removes a taught sentence. */
export function forgetTaught(deps: AnswersDeps, taughtId: string): Promise<Written> {
  return saveAnswers(deps, {
    ...{ seen: null, what: "forgotten", topic: null },
    part: () => null,
    change(book) {
      const taught = book.taught.filter(({ text }) => taughtIdOf(text) !== taughtId);
      const isThere = taught.length < book.taught.length;
      return isThere ? { ...book, taught } : { outcome: "not_found", what: "taught sentence" };
    },
  });
}

/** Returns a taught sentence's id for URLs: no two sentences of a book have the same words. */
export function taughtIdOf(text: string): string {
  return createHash("sha256").update(likeness(text)).digest("hex").slice(0, 16);
}

const isLike = (one: string, other: string) => likeness(one) === likeness(other);

/** Returns the shop's own topic of that name with one more example, or a new topic if none has that name. */
function topicCalled({ ownTopics }: AnswerBook, name: string, example: string): OwnTopic {
  const sameName = (one: OwnTopic) => one.name.toLowerCase() === name.trim().toLowerCase();
  const known = ownTopics.find(sameName);
  if (known) return { ...known, examples: [...known.examples, example] };
  return { id: newTopicId(name), name, examples: [example] };
}

/**
 * Returns a topic ID made of the name's letters where they belong to the alphabet; different names get different IDs.
 */
function newTopicId(name: string): OwnTopic["id"] {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 30);
  const mark = createHash("sha256").update(name).digest("hex").slice(0, 6);
  return `own_${words.replace(/^_|_$/g, "")}_${mark}`.replace("__", "_") as OwnTopic["id"];
}
