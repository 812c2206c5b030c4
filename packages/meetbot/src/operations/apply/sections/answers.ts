import { BookForm } from "@meetbot/admin-api/answers/book-form.ts";
import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { likeness } from "../../../recognition/likeness.ts";
import { replaceBook, withTopic } from "../../answers/change-answers.ts";
import { readBook } from "../../answers/read-book.ts";
import type { Written } from "../../answers/save-answers.ts";
import { writeBook } from "../../answers/write-book.ts";
import { ConfigRefusedError } from "../form/config-file-error.ts";
import type { BotSection } from "../form/section.ts";

/** The shop's own answers, and the taught sentences. Topics and sentences that the file does not name stay. */
export const answersSection: BotSection = {
  name: "answers",
  async plan(place, { id, after }, { plan, store }) {
    if (place.value === undefined || !place.allows(Object.keys(BookForm.shape))) return;
    const { orderNumberFormat, timeZone } = after;
    const { book: given, faults } = readBook(place.value ?? {}, orderNumberFormat);
    for (const { pointer, message } of faults) place.fault(message, stepsOf(pointer));
    if (!given) return;
    const newest = await store.answers.newest(id);
    const before = newest?.book ?? emptyBook;
    const book = merge(before, given);
    if (!plan.compare(place.name, byName(before), byName(book))) return plan.same(place.name);
    const bot = { id, orderNumberFormat, timeZone };
    const input = { seen: newest?.version ?? 0, book, what: "imported" } as const;
    const checked = await replaceBook({ answers: store.answers, bot }, { ...input, isCheck: true });
    if (checked.outcome !== "saved") return place.fault(explain(checked));
    plan.steps.push(async ({ answers }) => {
      const written = await replaceBook({ answers, bot }, input);
      if (written.outcome === "saved") return;
      throw new ConfigRefusedError(`${place.name}: ${explain(written)}`);
    });
  },
  async export({ id }, { store }) {
    const newest = await store.answers.newest(id);
    return newest ? writeBook(newest.book) : undefined;
  },
};

function merge(before: AnswerBook, given: AnswerBook): AnswerBook {
  const keys = new Set(given.taught.map(({ text }) => likeness(text)));
  const isKnown = (text: string) => before.taught.some((one) => likeness(one.text) === text);
  const meant = new Map(given.taught.map((one) => [likeness(one.text), one]));
  return {
    answers: { ...before.answers, ...given.answers },
    ownTopics: given.ownTopics.reduce(withTopic, before.ownTopics),
    taught: [
      ...before.taught.map((one) => meant.get(likeness(one.text)) ?? one),
      ...[...keys].filter((key) => !isKnown(key)).flatMap((key) => meant.get(key) ?? []),
    ],
  };
}

function byName(book: AnswerBook) {
  const { answers, own_topics, taught } = writeBook(book);
  return {
    answers,
    own_topics: Object.fromEntries(own_topics.map(({ id, ...topic }) => [id, topic])),
    taught: Object.fromEntries(taught.map(({ text, meaning }) => [text, meaning])),
  };
}

function explain(written: Exclude<Written, { outcome: "saved" }>): string {
  switch (written.outcome) {
    case "invalid":
      return written.faults.map(({ message }) => message).join(" ");
    case "conflicts":
      return written.conflicts
        .map(
          ({ text, was, becomes }) =>
            `With a new example “${text}” would mean ${becomes} and no longer ${was}.`,
        )
        .join(" ");
    case "newer":
      return `The answers were changed at the same time by ${written.newest.createdBy}. Run this again.`;
    case "not_found":
      return `There is no such ${written.what} any more.`;
  }
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
