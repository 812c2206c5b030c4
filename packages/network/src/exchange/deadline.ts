/** The longest that a customer waits in a chat; Dialogflow gives up at 5 s, GitHub at 10 s. */
export const DEADLINE_MS = 8_000;

/** The time limit of one delivery, including all its exchanges. */
export interface Deadline {
  ms: number;
  /** Aborts when the time is over. */
  signal: AbortSignal;
  leftMs(): number;
  stop(): void;
}

/** Starts a timer of `ms` milliseconds for one delivery. Stop it, or it keeps the process alive. */
export function startDeadline(ms: number): Deadline {
  const over = new AbortController();
  const endsAt = performance.now() + ms;
  const timer = setTimeout(() => over.abort(), ms);
  return {
    ms,
    signal: over.signal,
    leftMs: () => endsAt - performance.now(),
    stop: () => clearTimeout(timer),
  };
}
