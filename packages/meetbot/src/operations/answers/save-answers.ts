import { isDeepStrictEqual } from "node:util";
import {
  type AnswerBook,
  emptyBook,
  type TaughtExample,
} from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { type Conflict, findTurned } from "../../recognition/topics/find-turned.ts";
import type { AnswerBooks, BookVersion, NewVersion } from "../../store/answers/answer-books.ts";
import { type BookFault, readBook } from "./read-book.ts";
import { writeBook } from "./write-book.ts";

/** What saving needs: the bot whose book it is, and the books, which record the author of a change. */
export interface AnswersDeps {
  answers: AnswerBooks;
  bot: Pick<Bot, "id" | "orderNumberFormat" | "timeZone">;
}

/** The result of a write. Only `saved` changes anything, and only if `isChanged` is true. */
export type Written =
  | { outcome: "saved"; version: number; isChanged: boolean; before: AnswerBook; book: AnswerBook }
  | { outcome: "newer"; newest: BookVersion }
  | { outcome: "invalid"; faults: BookFault[] }
  | { outcome: "conflicts"; conflicts: Conflict[] }
  | { outcome: "not_found"; what: "bot" | "topic" | "taught sentence" | "version" };

/** A change of the book. */
export interface BookEdit extends Pick<NewVersion, "what" | "topic"> {
  /** The version that its author looked at; `null`: it holds for every one. */
  seen: number | null;
  /** Returns the part of the book that others must not have changed since that version. */
  part(book: AnswerBook): unknown;
  /** Returns the book with the change, or why the change is impossible. */
  change(book: AnswerBook): AnswerBook | Extract<Written, { outcome: "invalid" | "not_found" }>;
  /** Whether to report what the write would do without storing anything. */
  isCheck?: boolean;
}

/** Others may save at the same time; a change that does not conflict with theirs is applied again on top of it. */
const maxTries = 5;

/** The maximum of conflicts in a response: this many are informative enough. */
const maxConflicts = 20;

/**
 * Changes a shop's answers: stores the whole change, or nothing if part of it is invalid or somebody else saved first.
 */
export async function saveAnswers(deps: AnswersDeps, edit: BookEdit): Promise<Written> {
  for (let tries = 1; ; tries++) {
    const written = await saveOnce(deps, edit);
    const isMadeAgain = written.outcome === "newer" && edit.seen === null && tries < maxTries;
    if (!isMadeAgain) return written;
  }
}

async function saveOnce(deps: AnswersDeps, edit: BookEdit): Promise<Written> {
  const { answers, bot } = deps;
  const newest = await answers.newest(bot.id);
  const [version, before] = [newest?.version ?? 0, newest?.book ?? emptyBook];
  const changed = edit.change(before);
  if ("outcome" in changed) return changed;
  const { book, faults } = readBook(writeBook(changed), bot.orderNumberFormat);
  if (!book) return { outcome: "invalid", faults };
  const same = { outcome: "saved", version, isChanged: false, before, book } as const;
  if (isDeepStrictEqual(book, before)) return same;
  if (newest && (await isTouched(deps, edit, newest))) return { outcome: "newer", newest };
  const conflicts = findConflicts(before, book);
  if (conflicts.length > 0) return { outcome: "conflicts", conflicts };
  if (edit.isCheck) return { ...same, isChanged: true };
  const { what, topic } = edit;
  const saved = await answers.save(bot.id, { after: version, book, what, topic });
  if (!saved) return { outcome: "not_found", what: "bot" };
  if (saved.outcome === "newer") return saved;
  return { ...same, version: saved.version, isChanged: true };
}

/** Checks whether somebody has changed the same part since the author of the edit loaded it. */
async function isTouched(
  { answers, bot }: AnswersDeps,
  { seen, part }: BookEdit,
  newest: { version: number; book: AnswerBook },
): Promise<boolean> {
  if (seen === null || seen === newest.version) return false;
  const then = seen === 0 ? emptyBook : (await answers.find(bot.id, seen))?.book;
  return then === undefined || !isDeepStrictEqual(part(then), part(newest.book));
}

/** Returns the example sentences of the book, each with its meaning. */
export function examplesOf({ ownTopics, taught }: AnswerBook): TaughtExample[] {
  const own = ownTopics.flatMap(({ id, examples }) =>
    examples.map((text) => ({ text, meaning: id })),
  );
  return [...own, ...taught];
}

const keyOf = ({ text, meaning }: TaughtExample) => `${meaning} ${text}`;

/** Answers alone turn nothing; and the clear requests are many. */
function findConflicts(before: AnswerBook, book: AnswerBook): Conflict[] {
  if (isDeepStrictEqual(examplesOf(before), examplesOf(book))) return [];
  return findTurned(before, book).slice(0, maxConflicts);
}

/**
 * Counts how two books differ: topics with a different answer, and sentences added, removed or given another meaning.
 */
export function countChanges(
  before: AnswerBook,
  after: AnswerBook,
): { answers: number; examples: number } {
  const topics = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)]);
  const answerTo = ({ answers }: AnswerBook, topic: string) =>
    answers[topic as keyof AnswerBook["answers"]];
  const [was, is] = [examplesOf(before).map(keyOf), examplesOf(after).map(keyOf)];
  const [known, kept] = [new Set(was), new Set(is)];
  return {
    answers: [...topics].filter(
      (topic) => !isDeepStrictEqual(answerTo(before, topic), answerTo(after, topic)),
    ).length,
    examples:
      is.filter((key) => !known.has(key)).length + was.filter((key) => !kept.has(key)).length,
  };
}
