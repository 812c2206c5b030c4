import type { SendFailure } from "../channels/messenger/graph/classify-failure.ts";
import type {
  FailureClass,
  LinkStop,
  MessageFailure,
  OutboundAddress,
  PlatformFailure,
} from "../model/channel-fact.ts";
import type { OutboxLease, Progress } from "../store/outbox/outbox-lease.ts";
import type { Attempt } from "./send-part.ts";

/** After so many attempts that came to nothing a message is given up: nobody waits for it any more. */
export const maxTries = 6;

/** Waits between attempts: 1 s, 4 s, 16 s, … */
const firstWaitMs = 1_000;
const longestWaitMs = 300_000;

/** How long a page waits where Meta says that it was too much, and not for how long. */
const pauseMs = 60_000;

/** For the metrics: how sending a part came out. */
export type SendingEnd = "sent" | FailureClass | "no_page" | "overwritten";

/** What follows from an attempt. */
export interface NextStep {
  record:
    | { kind: "sent" }
    | { kind: "given_up"; failure: MessageFailure; all?: boolean }
    | { kind: "proceed"; progress: Progress };
  /** What the whole page has to do. */
  page?:
    | { kind: "pause"; forMs: number; failure: PlatformFailure }
    | { kind: "stop"; reason: LinkStop; failure: PlatformFailure };
  end?: SendingEnd;
  /** What the log tells. */
  failure?: PlatformFailure & { class: FailureClass };
  /** No further attempt is made for this message. */
  isOver?: boolean;
}

/** Decides how it goes on. Pure; `random` is from 0 to 1. */
export function nextStep(lease: OutboxLease, attempt: Attempt, random: number): NextStep {
  switch (attempt.kind) {
    case "through":
      return { record: { kind: "sent" } };
    case "no_page":
      return { record: { ...givenUp(attempt.kind), all: true }, end: attempt.kind };
    case "overwritten":
      return { record: givenUp(attempt.kind), end: attempt.kind };
    case "sent":
      return { ...afterSuccess(lease, attempt), end: "sent" };
    case "failed": {
      const { failure: failureClass } = attempt.failure;
      const failure = { class: failureClass, ...toPageFailure(attempt.failure) };
      const step = afterFailure(lease, attempt, random);
      return { ...step, end: failureClass, failure };
    }
  }
}

function afterSuccess(
  { seq, sentParts, address }: OutboxLease,
  { isLast, receipt }: Extract<Attempt, { kind: "sent" }>,
): NextStep {
  // Its number has to be kept, also where nothing follows: the end alone keeps no address.
  if (isLast && receipt === null) return { record: { kind: "sent" } };
  const kept = receipt === null ? {} : { address: withReceipt(address, receipt, seq) };
  const next = { status: "sending" as const, sentParts: sentParts + 1, tries: 0, after: 0 };
  return { record: { kind: "proceed", progress: { ...next, ...kept } } };
}

function afterFailure(
  lease: OutboxLease,
  { failure, receipt }: Extract<Attempt, { kind: "failed" }>,
  random: number,
): NextStep {
  const { sentParts, tries, address } = lease;
  const waits = { status: "queued" as const, sentParts, tries, after: 0 };
  const proceed = (progress: Progress): NextStep => ({ record: { kind: "proceed", progress } });
  const over = givenUp(failure.failure, failure);
  switch (failure.failure) {
    case "transient": {
      if (tries + 1 >= maxTries) return { record: over, isOver: true };
      const after = waitAfter(tries, random, failure.retryAfterMs);
      return proceed({ ...waits, tries: tries + 1, after });
    }
    case "ambiguous":
      if (tries + 1 >= maxTries) return { record: over, isOver: true };
      return proceed({ ...waits, status: "unknown", tries: tries + 1, after: "echo" });
    case "rate": {
      const forMs = failure.retryAfterMs ?? pauseMs;
      const step = proceed({ ...waits, after: firstWaitMs });
      return { ...step, page: { kind: "pause", forMs, failure: toPageFailure(failure) } };
    }
    case "auth":
    case "restricted": {
      // It goes on where the page is connected anew; nothing is taken before.
      const step = proceed({ ...waits, after: firstWaitMs });
      const page = { reason: failure.failure, failure: toPageFailure(failure) };
      return { ...step, page: { kind: "stop", ...page } };
    }
    case "control":
      return proceed({ ...waits, after: firstWaitMs, silent: true });
    case "window":
    case "gone":
      // Until the customer writes again, when another turn says what is to be said.
      return { record: { ...over, all: true } };
    case "bad":
      // Perhaps its number came before, in another conversation: the order is said as a text.
      if (receipt !== null) return proceed({ ...waits, address: withReceipt(address, receipt, 0) });
      return { record: over, isOver: true };
  }
}

function givenUp(why: MessageFailure["class"], failure: Partial<SendFailure> = {}) {
  const record = { class: why, ...toPageFailure(failure) };
  return { kind: "given_up", failure: record } as const;
}

function withReceipt(address: OutboundAddress, order: string, seq: number): OutboundAddress {
  return { ...address, receipts: { ...address.receipts, [order]: seq } };
}

/** Later and later, and not all at once: half of the wait is chance. */
function waitAfter(tries: number, random: number, askedMs = 0): number {
  const wait = Math.min(firstWaitMs * 4 ** tries, longestWaitMs);
  return Math.max(askedMs, wait / 2 + (wait / 2) * random);
}

function toPageFailure({ code, subcode, trace }: Partial<SendFailure>): PlatformFailure {
  return { code: code ?? null, subcode: subcode ?? null, trace: trace ?? null };
}
