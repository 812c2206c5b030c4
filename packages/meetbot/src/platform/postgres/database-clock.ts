/** Clocks synchronized with a time server differ by less, even over a slow line. */
const toleratedMs = 2_000;

/**
 * The database's time, which all its nodes share. Meetbot signs and checks timestamps by it, so that no shop refuses a
 * node whose clock is wrong, and no node trusts anything longer than the others do.
 */
export interface DatabaseClock {
  /** Unix milliseconds; by this machine's clock while it differs by two seconds at most. */
  now(): number;
  /** How far this machine's clock is ahead of the database's; negative if it is behind. 0 until known. */
  aheadMs(): number;
  /** Whether the difference is larger than between synchronized clocks. */
  isOff(): boolean;
}

/** When this node asked the database for its time and when the answer came, by this machine's clock. */
interface Span {
  askedAt: number;
  answeredAt: number;
}

/** Follows the database's clock by the times that it returns now and then. */
export function createDatabaseClock(now: () => number = Date.now) {
  let aheadMs = 0;
  const isOff = () => Math.abs(aheadMs) > toleratedMs;
  const clock: DatabaseClock = {
    now: () => now() - (isOff() ? aheadMs : 0),
    aheadMs: () => aheadMs,
    isOff,
  };
  return {
    clock,
    note(databaseMs: number, { askedAt, answeredAt }: Span): void {
      // After a long round trip, it is unclear when the database read its clock.
      if (answeredAt - askedAt > toleratedMs) return;
      aheadMs = Math.round((askedAt + answeredAt) / 2 - databaseMs);
    },
  };
}

export type NoteTime = ReturnType<typeof createDatabaseClock>["note"];
