import type { Attempt, Exceeded } from "@meetbot/model/limit.ts";
import type { Limits } from "./limits.ts";

/**
 * Returns limits for one turn that count each item in the database only once. The packages of an order that was just
 * found are looked up with the same number, which is the same attempt.
 */
export function countOnce(limits: Limits): Limits {
  const counted = new Map<string, Promise<Exceeded[]>>();
  return {
    ...limits,
    count(botId, attempts) {
      const key = JSON.stringify([botId, ...attempts.map(sameAttempt)]);
      const known = counted.get(key) ?? limits.count(botId, attempts);
      counted.set(key, known);
      return known;
    },
  };
}

const sameAttempt = ({ limit, subject, item }: Attempt) => [limit, subject, item];
