import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { QueryContext } from "@meetbot/protocol";
import { LRUCache } from "lru-cache";

/**
 * Covers double taps and repeated messages, where the customer does not want a second query. Shop data changes more
 * slowly.
 */
const freshForMs = 5_000;

/** As many as a busy node requests in that time. Answers take a few KiB, and at most 256. */
const maxAnswers = 5_000;
const maxCharacters = 16 * 1024 * 1024;

/** Which answer it is: one conversation's, of an endpoint as it is set up now. */
export interface AnswerKey {
  conversationId: string;
  botId: string;
  url: string;
  /** The fingerprint of the current secret: after a revocation, no earlier answer is used. */
  secretFingerprint: string;
  question: Question;
  /** The customer whom the shop answered, where the webhook accepts that. */
  context: QueryContext | undefined;
}

/**
 * The recent answers of shops, whole and unchanged: each time one is shown, Meetbot checks again what of it may be
 * shown. An answer belongs to its conversation, stays in this process's memory only, and expires.
 */
export interface FreshAnswers {
  of(key: AnswerKey): MerchantAnswer | null;
  /** Stores the shop's answer; failures are not stored. */
  keep(key: AnswerKey, answer: MerchantAnswer): void;
}

export function createFreshAnswers(): FreshAnswers {
  const answers = new LRUCache<string, MerchantAnswer>({
    max: maxAnswers,
    ttl: freshForMs,
    ttlResolution: 0,
    perf: Date,
    // Old answers expire by themselves, not only when room is needed: they reveal what a customer bought.
    ttlAutopurge: true,
    maxSize: maxCharacters,
    sizeCalculation: (answer) => JSON.stringify(answer).length,
  });
  return {
    of: (key) => answers.get(textOf(key)) ?? null,
    keep(key, answer) {
      if (answer.kind !== "unavailable") answers.set(textOf(key), answer);
    },
  };
}

const textOf = (key: AnswerKey): string => {
  const { conversationId, botId, url, secretFingerprint, question, context } = key;
  return JSON.stringify([conversationId, botId, url, secretFingerprint, question, context]);
};
