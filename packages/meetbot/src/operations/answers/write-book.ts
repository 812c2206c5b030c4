import type { GivenAnswer, GivenBook } from "@meetbot/admin-api/answers/book-form.ts";
import type { Answer, AnswerBook } from "@meetbot/model/answers/answer-book.ts";

/** Returns a book in the exchange format that `readBook` parses. */
export function writeBook({ answers, ownTopics, taught }: AnswerBook): GivenBook {
  const written = Object.entries(answers).flatMap(([topic, answer]) =>
    answer ? [[topic, writeAnswer(answer)]] : [],
  );
  return { answers: Object.fromEntries(written), own_topics: ownTopics, taught };
}

export function writeAnswer({ texts, validFrom, validUntil }: Answer): GivenAnswer {
  return { texts, valid_from: validFrom, valid_until: validUntil };
}
