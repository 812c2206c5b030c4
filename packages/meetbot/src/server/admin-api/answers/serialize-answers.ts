import type { z } from "@hono/zod-openapi";
import type { Answers, AnswerVersion } from "@meetbot/admin-api/contract/answers.ts";
import { type Answer, type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits, answerVariables } from "@meetbot/model/answers/answer-limits.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { TopicTally } from "@meetbot/model/log/figures.ts";
import { catalog } from "@meetbot/model/topics/catalog.ts";
import { toCalendarDate } from "@meetbot/presentation";
import { taughtIdOf } from "../../../operations/answers/teach.ts";
import { writeBook } from "../../../operations/answers/write-book.ts";
import type { BookVersion, StoredBook } from "../../../store/answers/answer-books.ts";

/** All that the page of answers shows. */
export function serializeAnswers(
  stored: StoredBook | null,
  bot: Pick<Bot, "timeZone">,
  tallies: readonly TopicTally[],
  now: Date,
): z.infer<typeof Answers> {
  const book = stored?.book ?? emptyBook;
  const today = toCalendarDate(now, bot.timeZone);
  return {
    version: stored?.version ?? 0,
    last: stored && serializeVersion(stored),
    book: writeBook(book),
    taught: book.taught.map((one) => ({ taught_id: taughtIdOf(one.text), ...one })),
    topics: topicsOf(book).map(({ id, name, isOfOrder }) => {
      const tally = tallies.find(({ topic }) => topic === id);
      const answer = book.answers[id];
      return {
        topic: id,
        name,
        is_of_order: isOfOrder,
        state: stateOf(answer, today),
        locales: Object.keys(answer?.texts ?? {}) as (keyof Answer["texts"])[],
        asked: tally?.asked ?? 0,
        answered: tally?.answered ?? 0,
      };
    }),
    variables: [...answerVariables],
    limits: {
      text_length: answerLimits.textLength,
      buttons: answerLimits.buttons,
      title_length: answerLimits.titleLength,
      examples: answerLimits.examples,
      recommended_examples: answerLimits.recommendedExamples,
      example_length: answerLimits.exampleLength,
      own_topics: answerLimits.ownTopics,
      taught: answerLimits.taught,
    },
  };
}

export function serializeVersion({
  version,
  createdAt,
  createdBy,
  what,
  topic,
}: BookVersion): z.infer<typeof AnswerVersion> {
  const changed = { changed_at: createdAt.toISOString(), changed_by: createdBy };
  return { version, ...changed, what, topic };
}

const topicsOf = ({ ownTopics }: AnswerBook) => [
  ...catalog.map(({ id, isOfOrder }) => ({ id, name: null, isOfOrder })),
  ...ownTopics.map(({ id, name }) => ({ id, name, isOfOrder: false })),
];

function stateOf(answer: Answer | undefined, today: string): "none" | "live" | "not_yet" | "over" {
  if (!answer) return "none";
  if (answer.validFrom !== null && today < answer.validFrom) return "not_yet";
  return answer.validUntil !== null && today > answer.validUntil ? "over" : "live";
}
