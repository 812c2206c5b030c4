import type { LinkStop, PlatformFailure } from "@meetbot/model/channel-link.ts";
import type {
  FailureClass,
  MessageFailure,
  OutboundAddress,
} from "@meetbot/model/outbound-message.ts";
import type { PushChannel, SendFailure } from "../channels/channel.ts";
import type { OutboxLease, Progress } from "../store/outbox/outbox-lease.ts";
import type { Attempt } from "./send-part.ts";

/** After this many failed attempts a message is given up: nobody waits for it by then. */
export const maxTries = 6;

/** Waits between attempts: 1 s, 4 s, 16 s, … */
const firstWaitMs = 1_000;
const maxWaitMs = 300_000;

/** How long a link pauses when the platform says that it got too much, but not for how long to wait. */
const pauseMs = 60_000;

/** The outcome of sending a part, for the metrics. */
export type SendingEnd = "sent" | FailureClass | "no_page" | "overwritten";

/** The consequences of an attempt. */
export interface NextStep {
  record:
    | { kind: "sent" }
    /** The person who answers in the platform's inbox has the conversation. */
    | { kind: "passed" }
    | { kind: "given_up"; failure: MessageFailure; all?: boolean }
    | { kind: "proceed"; progress: Progress };
  /** What happens to the whole link. */
  link?:
    | { kind: "pause"; forMs: number; failure: PlatformFailure }
    | { kind: "stop"; reason: LinkStop; failure: PlatformFailure }
    /** The link stays active, and operators see the refusal. */
    | { kind: "note"; failure: PlatformFailure };
  end?: SendingEnd;
  /** The failure to log. */
  failure?: PlatformFailure & { class: FailureClass };
  /** Whether this message gets no further attempt. */
  isOver?: boolean;
}

/** The properties of a channel that decide the next step. */
export type Rules = Pick<PushChannel, "lostAnswers" | "rateLimits">;

/** Decides what happens after an attempt. Pure; `random` is from 0 to 1. */
export function nextStep(
  lease: OutboxLease,
  attempt: Attempt,
  random: number,
  rules: Rules,
): NextStep {
  switch (attempt.kind) {
    case "through":
      return { record: { kind: "sent" } };
    case "no_page":
      return { record: { ...givenUp(attempt.kind), all: true }, end: attempt.kind };
    case "overwritten":
      return { record: givenUp(attempt.kind), end: attempt.kind };
    case "sent":
      return { ...afterSuccess(lease, attempt), end: "sent" };
    case "passed":
      return { record: { kind: "passed" } };
    case "not_passed":
      return afterNotPassed(lease, attempt.failure, random, rules);
    case "failed": {
      const { failure: failureClass } = attempt.failure;
      const failure = { class: failureClass, ...toPageFailure(attempt.failure) };
      return { ...afterFailure(lease, attempt, random, rules), end: failureClass, failure };
    }
  }
}

function afterSuccess(
  { seq, sentParts, address }: OutboxLease,
  { isLast, once }: Extract<Attempt, { kind: "sent" }>,
): NextStep {
  // A spent item must be stored even after the last part, and marking the message as sent does not store the address.
  if (isLast && once === null) return { record: { kind: "sent" } };
  const kept = once === null ? {} : { address: withSpent(address, once, seq) };
  const next = { status: "sending" as const, sentParts: sentParts + 1, tries: 0, after: 0 };
  return { record: { kind: "proceed", progress: { ...next, ...kept } } };
}

function afterFailure(
  lease: OutboxLease,
  { failure, once }: Extract<Attempt, { kind: "failed" }>,
  random: number,
  { lostAnswers, rateLimits }: Rules,
): NextStep {
  const { sentParts, tries, address } = lease;
  const waits = { status: "queued" as const, sentParts, tries, after: 0 };
  const proceed = (progress: Progress): NextStep => ({ record: { kind: "proceed", progress } });
  const over = givenUp(failure.failure, failure);
  switch (failure.failure) {
    case "transient":
      return afterRefusal(lease, failure, random);
    case "ambiguous":
      if (lostAnswers === "send_again") return afterRefusal(lease, failure, random);
      if (tries + 1 >= maxTries) return { record: over, isOver: true };
      return proceed({ ...waits, status: "unknown", tries: tries + 1, after: "echo" });
    case "rate": {
      const forMs = failure.retryAfterMs ?? pauseMs;
      if (rateLimits === "customer") {
        // Adds a random delay: if the limit applied to everybody, all messages wait equally long and would be retried
        // at once.
        return proceed({ ...waits, after: forMs + firstWaitMs * random });
      }
      const step = proceed({ ...waits, after: firstWaitMs });
      return { ...step, link: { kind: "pause", forMs, failure: toPageFailure(failure) } };
    }
    case "auth":
    case "restricted": {
      // Sending resumes once the link is reconnected; until then, nothing is claimed.
      const step = proceed({ ...waits, after: firstWaitMs });
      const stop = { reason: failure.failure, failure: toPageFailure(failure) };
      return { ...step, link: { kind: "stop", ...stop } };
    }
    case "control":
      return {
        ...proceed({ ...waits, after: firstWaitMs, silent: true }),
        link: { kind: "note", failure: toPageFailure(failure) },
      };
    case "window":
    case "gone":
      // Sends nothing until the customer writes again; another turn then says what is due.
      return { record: { ...over, all: true } };
    case "bad":
      // The platform may have accepted the one-time item before, in another conversation, so the part is rendered
      // without it.
      if (once !== null) return proceed({ ...waits, address: withSpent(address, once, 0) });
      return { record: over, isOver: true };
  }
}

/**
 * The message itself has arrived; only passing the conversation failed. If another app already has it, that is just as
 * good.
 */
function afterNotPassed(
  lease: OutboxLease,
  refused: SendFailure,
  random: number,
  rules: Rules,
): NextStep {
  const failure = { class: refused.failure, ...toPageFailure(refused) };
  const link = { kind: "note", failure: toPageFailure(refused) } as const;
  if (refused.failure === "control") return { record: { kind: "passed" }, link, failure };
  const again = { ...rules, lostAnswers: "send_again" } as const;
  const step = afterFailure(lease, { kind: "failed", failure: refused, once: null }, random, again);
  return step.record.kind === "given_up"
    ? { record: { kind: "sent" }, link, failure }
    : { ...step, failure };
}

/** Retries with growing delays: the message did not arrive, or the platform would never confirm it. */
function afterRefusal(
  { sentParts, tries }: OutboxLease,
  failure: SendFailure,
  random: number,
): NextStep {
  if (tries + 1 >= maxTries) return { record: givenUp(failure.failure, failure), isOver: true };
  const after = waitAfter(tries, random, failure.retryAfterMs);
  const progress = { status: "queued" as const, sentParts, tries: tries + 1, after };
  return { record: { kind: "proceed", progress } };
}

function givenUp(why: MessageFailure["class"], failure: Partial<SendFailure> = {}) {
  const record = { class: why, ...toPageFailure(failure) };
  return { kind: "given_up", failure: record } as const;
}

function withSpent(address: OutboundAddress, once: string, seq: number): OutboundAddress {
  return { ...address, spent: { ...address.spent, [once]: seq } };
}

/** Exponential backoff with jitter: half of the wait is random, so that retries do not coincide. */
function waitAfter(tries: number, random: number, askedMs = 0): number {
  const wait = Math.min(firstWaitMs * 4 ** tries, maxWaitMs);
  return Math.max(askedMs, wait / 2 + (wait / 2) * random);
}

export function toPageFailure({ code, subcode, trace }: Partial<SendFailure>): PlatformFailure {
  return { code: code ?? null, subcode: subcode ?? null, trace: trace ?? null };
}
