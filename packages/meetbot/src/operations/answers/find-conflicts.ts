import type { AnswerBook, AnswerConflict, TaughtExample } from "../../model/answers/answer-book.ts";

/** Which clear requests would mean something else with this example. */
export function findConflicts(_book: AnswerBook, _example: TaughtExample): AnswerConflict[] {
  return [];
}
