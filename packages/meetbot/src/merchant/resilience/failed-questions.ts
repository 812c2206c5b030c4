import { LRUCache } from "lru-cache";

/** Whoever waits a moment before they try again is asked for; what asks without a pause is not. */
const failedForMs = 3_000;

/** More questions than one shop fails at in that time: its places are ten. */
const mostQuestions = 100;

/** What an endpoint failed at a moment ago, so that it is not asked the very same again. It is gone by itself. */
export interface FailedQuestions<Asked> {
  of(question: string): Asked | undefined;
  add(question: string, asked: Asked): void;
}

export function createFailedQuestions<Asked extends {}>(now: () => number): FailedQuestions<Asked> {
  let failed: LRUCache<string, Asked> | null = null;
  const open = () =>
    new LRUCache<string, Asked>({
      ...{ max: mostQuestions, ttl: failedForMs, ttlResolution: 0, perf: { now } },
      // They say what a customer asked for: a timer drops them.
      ttlAutopurge: true,
    });
  return {
    of: (question) => failed?.get(question),
    add(question, asked) {
      failed ??= open();
      failed.set(question, asked);
    },
  };
}
