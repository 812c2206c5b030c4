import type { DeskPlace } from "@meetbot/model/bridge/bridge.ts";
import type { Bridge, BridgeMeans, DeskOutcome } from "../form/bridge.ts";
import { bridgeWords } from "../form/bridge-words.ts";
import type { Introduction, Talk } from "../form/told.ts";
import { bridgeOf } from "../kinds/bridge-kinds.ts";
import type { BridgeLease } from "../store/bridge-lease.ts";
import type { BridgeQueue } from "../store/bridge-queue.ts";
import type { BridgeRecord } from "../store/record-telling.ts";
import { gatheredSteps, type Step, stepsOf } from "./steps-of.ts";

/** What sending one conversation to a desk requires. */
export interface TellDeps extends BridgeMeans {
  queue: Pick<BridgeQueue, "advance">;
  /** `null`: the conversation is gone, or its bot. */
  introduce(lease: BridgeLease): Promise<Introduction | null>;
  talkAfter(lease: BridgeLease): Promise<Talk>;
  /** Returns the operator's name as the shop's team uses it. */
  nameOf(operatorId: string): Promise<string | null>;
  onCalled(kind: BridgeLease["kind"], outcome: CallEnd): void;
}

/** The outcome of a call, for the metrics; `left_out`: the desk refused a message repeatedly. */
export type CallEnd = DeskOutcome["kind"] | "left_out" | "stopped";

type Failure = Exclude<DeskOutcome, { kind: "done" }>;

/** These status codes mean that the message is at fault, not the desk or its keys. */
const ofMessage: ReadonlySet<number | null> = new Set([400, 413, 422]);

/** A message refused this many times is skipped, because later messages wait for it. */
const maxRefusals = 4;

const firstWaitMs = 30_000;
const maxWaitMs = 3_600_000;

/** Sends a desk the news about one conversation. `null` if another node has taken over the lease. */
export async function syncDesk(lease: BridgeLease, deps: TellDeps): Promise<BridgeRecord | null> {
  const bridge = bridgeOf[lease.kind];
  const introduction =
    lease.place === null || !lease.isIntroduced ? await deps.introduce(lease) : null;
  const opened = lease.place
    ? ({ kind: "done", place: lease.place } as const)
    : await open(bridge, lease, introduction, deps);
  if (opened === null) return nothingMore;
  if (opened.kind === "gone") return { kind: "gone", problem: opened.problem };
  if (opened.kind !== "done") return failureOf(opened);
  const { place } = opened;
  if (lease.place === null && !(await deps.queue.advance(lease, { place }))) return null;
  const talk = await deps.talkAfter(lease);
  const toTell = {
    summary: lease.isIntroduced ? null : summaryIn(bridge, lease, introduction),
    talk,
    holderName: lease.heldBy === null ? null : await deps.nameOf(lease.heldBy),
  };
  const { gathersMs } = bridge;
  const steps = gathersMs === undefined ? stepsOf(lease, toTell) : gatheredSteps(lease, toTell);
  for (const { call, progress } of steps) {
    const outcome = await callBy(bridge, call, place, lease, deps);
    if (outcome.kind !== "done") {
      if (!isRefused(outcome) || lease.tries < maxRefusals) return recordOf(outcome, lease.tries);
      deps.onCalled(lease.kind, "left_out");
    }
    if (!(await deps.queue.advance(lease, progress))) return null;
  }
  const isOpen = lease.holds !== "closed";
  const isSaid = steps.some(({ call }) => call.kind === "say" || call.kind === "note");
  const restMs = isSaid ? (gathersMs ?? 0) : 0;
  return { kind: "told", isOpen, isMore: talk.isMore, restMs };
}

/**
 * Returns the summary for the desk. A mail always contains the inbox link at its end, so the summary needs none there.
 */
function summaryIn(
  { gathersMs }: Bridge,
  { locale }: BridgeLease,
  introduction: Introduction | null,
): string | null {
  if (introduction === null) return null;
  const { summary, opening } = introduction;
  if (gathersMs !== undefined || opening.url === null) return summary;
  const { spoken, inbox } = bridgeWords[locale];
  return `${summary}\n${spoken(inbox, opening.url)}`;
}

const nothingMore = { kind: "told", isOpen: false, isMore: false, restMs: 0 } as const;

async function open(
  bridge: Bridge,
  { kind, secrets }: BridgeLease,
  introduction: Introduction | null,
  deps: TellDeps,
): Promise<DeskOutcome<{ place: DeskPlace }> | null> {
  if (introduction === null) return null;
  const outcome = await bridge.open(introduction.opening, secrets, deps);
  deps.onCalled(kind, outcome.kind);
  return outcome;
}

async function callBy(
  bridge: Bridge,
  call: Step["call"],
  place: DeskPlace,
  { kind, secrets }: BridgeLease,
  deps: TellDeps,
): Promise<DeskOutcome> {
  const make = (): Promise<DeskOutcome> | null => {
    switch (call.kind) {
      case "say":
        return bridge.say(place, call.words, secrets, deps);
      case "note":
        return bridge.note(place, call.words, secrets, deps);
      case "status":
        return bridge.status(place, call.holder, secrets, deps);
      case "close":
        return bridge.close(place, secrets, deps);
      case "none":
        return null;
    }
  };
  const made = make();
  if (made === null) return { kind: "done" };
  const outcome = await made;
  deps.onCalled(kind, outcome.kind);
  return outcome;
}

/** Returns what follows when a single conversation failed; each of its retries waits longer. */
function recordOf(failure: Failure, tries: number): BridgeRecord {
  const isGone = failure.kind === "gone";
  if (!isGone && !isRefused(failure)) return failureOf(failure);
  const afterMs = Math.min(firstWaitMs * 2 ** Math.min(tries, 10), maxWaitMs);
  return { kind: "refused", problem: failure.problem, afterMs, isGone };
}

/** Returns what follows when the desk accepts nothing. */
function failureOf(failure: Failure): BridgeRecord {
  const { problem } = failure;
  if (failure.kind === "rate") return { kind: "rest", problem, restMs: failure.afterMs };
  return { kind: "failed", problem };
}

const isRefused = ({ kind, httpStatus }: Failure): boolean =>
  kind === "failed" && ofMessage.has(httpStatus);
