import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { AnswerBooks } from "../../store/answers/answer-books.ts";

/** Returns the shop's current answer book. */
export async function liveBook(
  answers: Pick<AnswerBooks, "newest">,
  botId: string,
): Promise<AnswerBook> {
  return (await answers.newest(botId))?.book ?? emptyBook;
}
