import type { SentMessage } from "../../src/graph-simulator/state.ts";

/** By `Date.now()`. */
export interface Span {
  from: number;
  to: number;
}

/** What happened to nodes and database, and when. */
export interface Troubles {
  kills: Span[];
  freezes: Span[];
  /** Away, or not to be relied on yet. */
  databaseAway: Span[];
}

/** A node that has its answer writes that down by then, on a busy machine. */
const recordedWithinMs = 1_000;
/** The connections of a process end with it; that may be seen a moment later. */
const seenWithinMs = 250;

type Answered = Pick<SentMessage, "answeredAtMs" | "leftAtMs">;

/**
 * What became of a message that Meta took, as its sender knows it. `unanswered`: no answer came out.
 * `unrecorded`: it did, but the node died, or the database was away, before that could be written
 * down. In both cases it may rightly be sent again. `known`: it may not.
 */
export function outcomeOf(
  { answeredAtMs, leftAtMs }: Answered,
  { kills, freezes, databaseAway }: Troubles,
): "known" | "unanswered" | "unrecorded" {
  if (answeredAtMs === null) return "unanswered";
  const recording = { from: answeredAtMs, to: answeredAtMs + recordedWithinMs };
  for (const freeze of freezes) {
    if (overlap(freeze, recording)) recording.to = freeze.to + recordedWithinMs;
  }
  const isBy = (kill: Span) =>
    leftAtMs !== null && kill.from <= leftAtMs && leftAtMs <= kill.to + seenWithinMs;
  const isCut =
    kills.some((kill) => isBy(kill) && kill.from <= recording.to) ||
    databaseAway.some((away) => overlap(away, recording));
  return isCut ? "unrecorded" : "known";
}

/** How long something takes. */
export async function spanOf(work: Promise<void>): Promise<Span> {
  const from = Date.now();
  await work;
  return { from, to: Date.now() };
}

export function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}
