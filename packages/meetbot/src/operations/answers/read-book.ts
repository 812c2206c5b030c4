import {
  BookForm,
  type GivenAnswer,
  type GivenBook,
} from "@meetbot/admin-api/answers/book-form.ts";
import {
  type Answer,
  type AnswerBook,
  type Meaning,
  type OwnTopic,
  plainMeanings,
  type TaughtExample,
} from "@meetbot/model/answers/answer-book.ts";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { z } from "zod";
import { isTopicId } from "../../dialog/topics/is-topic-id.ts";
import { maskExample } from "../../merchant/masking/mask-example.ts";
import { likeness } from "../../recognition/likeness.ts";
import { findVariableFault } from "./find-variable-fault.ts";

/** An error in a book: where it is, what is wrong and how to fix it. `pointer` is a JSON Pointer (RFC 6901). */
export interface BookFault {
  pointer: string;
  message: string;
}

export type ReadBook = { book: AnswerBook; faults: [] } | { book: null; faults: BookFault[] };

/** The most faults that Meetbot reports: a large file can have very many, and authors who correct some see the next. */
const maxFaults = 20;

/**
 * Parses a book from a request or a file: takes all of it, or nothing when there is a fault. Masks personal data in its
 * examples; `format` is how the shop numbers its orders.
 */
export function readBook(given: unknown, format: OrderNumberFormat | null = null): ReadBook {
  const odd = findOddKey(given);
  if (odd !== null) return refuse([{ pointer: odd, message: "No such name is allowed here." }]);
  const read = BookForm.safeParse(given, { error: explain });
  if (!read.success) return refuse(read.error.issues.map(toFault));
  const book = toBook(read.data, format);
  const faults = [
    ...findAnswerFaults(read.data),
    ...findTopicFaults(book),
    ...findExampleFaults(book),
    ...findSizeFaults(book),
  ];
  return faults.length > 0 ? refuse(faults) : { book, faults: [] };
}

const refuse = (faults: BookFault[]): ReadBook => ({
  book: null,
  faults: faults.slice(0, maxFaults),
});

/** Finds keys with a special meaning in JavaScript, which zod would silently skip. */
function findOddKey(given: unknown, pointer = ""): string | null {
  if (typeof given !== "object" || given === null) return null;
  for (const [key, value] of Object.entries(given)) {
    const place = `${pointer}/${key}`;
    if (["__proto__", "constructor", "prototype"].includes(key)) return place;
    const found = findOddKey(value, place);
    if (found !== null) return found;
  }
  return null;
}

const explain: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.slice(0, 3).join(", ");
    return `Nothing is called ${names} here. Correct the name, or take it out.`;
  }
  if (issue.code === "invalid_type") {
    return issue.input === undefined
      ? "This is missing. An exported file shows how it is written."
      : "This is written otherwise. An exported file shows how.";
  }
  return undefined;
};

function toFault({ path, message }: z.core.$ZodIssue): BookFault {
  return { pointer: toPointer(...path.map(String)), message };
}

/** Returns the JSON Pointer for this path of names. */
export function toPointer(...path: (string | number)[]): string {
  return path
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

function toBook(given: GivenBook, format: OrderNumberFormat | null): AnswerBook {
  const answers = Object.entries(given.answers).map(([topic, answer]) => [topic, toAnswer(answer)]);
  const seen = new Set<string>();
  /** Counts a duplicate with the same meaning once. */
  const isNew = (text: string, meaning: string) => {
    const key = `${meaning} ${likeness(text)}`;
    return !seen.has(key) && seen.add(key);
  };
  const mask = (text: string) => maskExample(text, format);
  return {
    answers: Object.fromEntries(answers),
    ownTopics: given.own_topics.map(({ id, name, examples }) => ({
      id: id as OwnTopic["id"],
      name,
      examples: examples.map(mask).filter((text) => isNew(text, id)),
    })),
    taught: given.taught
      .map(({ text, meaning }) => ({ text: mask(text), meaning: meaning as Meaning }))
      .filter(({ text, meaning }) => isNew(text, meaning)),
  };
}

export function toAnswer({ texts, valid_from, valid_until }: GivenAnswer): Answer {
  return { texts: texts as Answer["texts"], validFrom: valid_from, validUntil: valid_until };
}

function findAnswerFaults({ answers }: GivenBook): BookFault[] {
  return Object.entries(answers).flatMap(([topic, { texts, valid_from, valid_until }]) => {
    const place = ["answers", topic];
    const faults = Object.entries(texts).flatMap(([locale, { text }]): BookFault[] => {
      const message = findVariableFault(text);
      return message === null
        ? []
        : [{ pointer: toPointer(...place, "texts", locale, "text"), message }];
    });
    if (Object.keys(texts).length === 0) {
      const message = "An answer has a text in one language at least. Write it, or take it out.";
      faults.push({ pointer: toPointer(...place, "texts"), message });
    }
    if (valid_from !== null && valid_until !== null && valid_from > valid_until) {
      const message = `It ends on ${valid_until}, before it begins on ${valid_from}. Correct one of the two days.`;
      faults.push({ pointer: toPointer(...place, "valid_until"), message });
    }
    return faults;
  });
}

function findTopicFaults({ answers, ownTopics, taught }: AnswerBook): BookFault[] {
  const ids = ownTopics.map(({ id }) => id);
  const names = ownTopics.map(({ name }) => name.toLowerCase());
  const isTopic = (topic: string) => isTopicId(topic) || ids.some((id) => id === topic);
  const unknown = (topic: string) =>
    `There is no topic ${topic}. It is one of Meetbot's, or an own one that stands under own_topics.`;
  const isPlain = (meaning: string) => plainMeanings.some((plain) => plain === meaning);
  return [
    ...Object.keys(answers)
      .filter((topic) => !isTopic(topic))
      .map((topic) => ({ pointer: toPointer("answers", topic), message: unknown(topic) })),
    ...taught.flatMap(({ meaning }, nth) =>
      isPlain(meaning) || isTopic(meaning)
        ? []
        : [
            {
              pointer: toPointer("taught", nth, "meaning"),
              message: `${unknown(meaning)} Or it is ${plainMeanings.join(", ")}.`,
            },
          ],
    ),
    ...ownTopics.flatMap(({ id, name }, nth): BookFault[] => {
      const pointer = toPointer("own_topics", nth);
      if (ids.indexOf(id) < nth) {
        return [
          {
            pointer: `${pointer}/id`,
            message: `There are two topics ${id}. Call one of them otherwise.`,
          },
        ];
      }
      const before = names.indexOf(name.toLowerCase());
      if (before === nth) return [];
      const message = `${ids[before]} and ${id} are both called ${name}. Call one of them otherwise.`;
      return [{ pointer: `${pointer}/name`, message }];
    }),
  ];
}

/** Yields the book's example sentences with their places. */
function* placedExamples({ ownTopics, taught }: AnswerBook) {
  for (const [nth, { id, examples }] of ownTopics.entries()) {
    for (const [place, text] of examples.entries()) {
      const example: TaughtExample = { text, meaning: id };
      yield { ...example, pointer: toPointer("own_topics", nth, "examples", place) };
    }
  }
  for (const [nth, example] of taught.entries()) {
    yield { ...example, pointer: toPointer("taught", nth, "text") };
  }
}

function findExampleFaults(book: AnswerBook): BookFault[] {
  const meanings = new Map<string, string>();
  const faults: BookFault[] = [];
  for (const { text, meaning, pointer } of placedExamples(book)) {
    const like = likeness(text).replaceAll("0", "").trim();
    const before = meanings.get(like);
    if (like === "") {
      const message =
        "Nothing is left of this example but what is masked. Write a sentence that has other words in it.";
      faults.push({ pointer, message });
    } else if (before !== undefined && before !== meaning) {
      const message = `“${text}” means ${before} and ${meaning}: two meanings cannot have the same example. Take it out of one of them.`;
      faults.push({ pointer, message });
    }
    meanings.set(like, before ?? meaning);
  }
  return faults;
}

function findSizeFaults(book: AnswerBook): BookFault[] {
  const bytes = Buffer.byteLength(JSON.stringify(book));
  if (bytes <= answerLimits.bookBytes) return [];
  const [has, max] = [bytes, answerLimits.bookBytes].map((size) => Math.ceil(size / 1024));
  const message = `All of it together has ${has} KB, and may have ${max}. Take out examples that say nearly the same.`;
  return [{ pointer: "", message }];
}
