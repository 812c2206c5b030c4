import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { AnswerBooks } from "../../store/answers/answer-books.ts";

/**
 * A sentence and its comparison data take about 10 kB, so this is 100 MB; the least recently used books are loaded
 * again.
 */
const maxSentences = 10_000;

/** A shop's answers at a version, read and opened once on this node. */
export type BookOf = (botId: string, version: number) => Promise<AnswerBook>;

/**
 * Versions never change, so cached ones never go stale; each turn reads the live version's number from the database. If
 * a version cannot be read, the turn goes on without the shop's own answers, so customers still get answers about their
 * orders.
 */
export function createBookCache(answers: Pick<AnswerBooks, "find">, log: Logger): BookOf {
  const cache = new LRUCache<string, AnswerBook, { botId: string; version: number }>({
    maxSize: maxSentences,
    sizeCalculation: ({ ownTopics, taught }) =>
      1 + taught.length + ownTopics.reduce((sum, { examples }) => sum + examples.length, 0),
    fetchMethod: async (_key, _stale, { context: { botId, version } }) =>
      (await answers.find(botId, version))?.book,
  });
  return async (botId, version) => {
    if (version === 0) return emptyBook;
    try {
      const context = { botId, version };
      return (await cache.fetch(`${botId} ${version}`, { context })) ?? emptyBook;
    } catch (error) {
      log.error({ err: error, bot: botId, version }, "the shop's own answers could not be read");
      return emptyBook;
    }
  };
}
