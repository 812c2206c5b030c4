import { AsyncLocalStorage } from "node:async_hooks";
import { ConnectorError } from "../connector/connector-error.ts";
import { wait } from "./wait.ts";

/**
 * The time limit for everything that one query needs. Meetbot waits 8 seconds and must receive the cause of a failure
 * before that; it does not retry in the remaining 2 seconds.
 */
const questionMs = 6_000;

/** One request of a check, for which an operator waits. */
const requestMs = 8_000;

interface Deadline {
  ms: number;
  signal: AbortSignal;
}

const questions = new AsyncLocalStorage<Deadline>();

const start = (ms: number): Deadline => ({ ms, signal: AbortSignal.timeout(ms) });

/**
 * Answers one query: all its requests and pauses share one deadline, and also end once `left` signals that nobody
 * waits.
 */
export function withDeadline<Answer>(
  answer: () => Promise<Answer>,
  left?: AbortSignal,
): Promise<Answer> {
  const { ms, signal } = start(questionMs);
  return questions.run({ ms, signal: left ? AbortSignal.any([left, signal]) : signal }, answer);
}

/** Returns the deadline of the current question, or a new one for a request outside any question. */
export const deadlineNow = (): Deadline => questions.getStore() ?? start(requestMs);

/** Returns the error for a platform whose answer missed the deadline. */
export const overdue = ({ ms }: Deadline): ConnectorError =>
  new ConnectorError("unavailable", `No answer within ${ms / 1_000} seconds.`);

/** Waits for a busy platform. Throws a `ConnectorError` if the deadline passes first. */
export async function pause(delayMs: number): Promise<void> {
  if (delayMs <= 0) return;
  const deadline = deadlineNow();
  await wait(delayMs, deadline.signal).catch(() => {
    throw overdue(deadline);
  });
}

/** Work that one question started and others wait for. */
export interface Shared<Answer> {
  value: Promise<Answer>;
  /** The question that began it is over. */
  isLeft(): boolean;
}

/** Starts work that other questions can join. */
export const begin = <Answer>(work: () => Promise<Answer>): Shared<Answer> => ({
  isLeft: questionIsOver(),
  value: work(),
});

/** Waits for work that another query started; if it fails because that query was over, starts the work again. */
export function join<Answer>(
  { value, isLeft }: Shared<Answer>,
  again: () => Promise<Answer>,
): Promise<Answer> {
  const isOver = questionIsOver();
  return value.catch((error: unknown) => {
    if (!isLeft() || isOver()) throw error;
    return again();
  });
}

function questionIsOver(): () => boolean {
  const question = questions.getStore();
  return () => question?.signal.aborted ?? false;
}
