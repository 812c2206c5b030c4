/** A retry after a moment reaches the shop; one without a pause does not. */
const failedForMs = 3_000;

/** More questions than one shop fails at in that time: its places are ten. */
const maxQuestions = 100;

/**
 * The questions that an endpoint recently failed at, so that Meetbot does not repeat them. Entries expire by
 * themselves.
 */
export interface FailedQuestions<Asked> {
  of(question: string): Asked | undefined;
  add(question: string, asked: Asked): void;
}

export function createFailedQuestions<Asked extends {}>(now: () => number): FailedQuestions<Asked> {
  const failed = new Map<string, { asked: Asked; until: number }>();
  return {
    of(question) {
      const one = failed.get(question);
      return one && one.until > now() ? one.asked : undefined;
    },
    add(question, asked) {
      const one = { asked, until: now() + failedForMs };
      failed.delete(question);
      for (const oldest of failed.size < maxQuestions ? [] : failed.keys()) {
        failed.delete(oldest);
        break;
      }
      failed.set(question, one);
      // Questions reveal what a customer asked for: a timer deletes them.
      setTimeout(() => {
        if (failed.get(question) === one) failed.delete(question);
      }, failedForMs).unref();
    },
  };
}
