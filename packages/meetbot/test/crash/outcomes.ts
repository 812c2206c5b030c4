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
const recordedWithinMs = 2_000;
/** The connections of a process end with it; that may be seen a moment later. */
const seenWithinMs = 250;

interface Answered {
  answeredAtMs: number | null;
  leftAtMs: number | null;
}

/**
 * What became of the answer to a call that a platform took: `cut` with the node that waited for it, `lost` on
 * its way, or `unrecorded`: out, but the node died, or the database was away, before that could be
 * written down. In these cases the part may rightly be sent again. Where it is `known`, it may not.
 */
export type CrashOutcome = "known" | "cut" | "lost" | "unrecorded";

export function outcomeOf(
  { answeredAtMs, leftAtMs }: Answered,
  { kills, freezes, databaseAway }: Troubles,
): CrashOutcome {
  const killedBy = kills.find(
    ({ from, to }) => leftAtMs !== null && from <= leftAtMs && leftAtMs <= to + seenWithinMs,
  );
  if (answeredAtMs === null) return killedBy ? "cut" : "lost";
  const recording = { from: answeredAtMs, to: answeredAtMs + recordedWithinMs };
  for (const freeze of freezes) {
    if (overlap(freeze, recording)) recording.to = freeze.to + recordedWithinMs;
  }
  if (killedBy && killedBy.from <= recording.to) return "unrecorded";
  return databaseAway.some((away) => overlap(away, recording)) ? "unrecorded" : "known";
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
