/** Clocks that a time server keeps differ by less, on a slow line too. */
const toleratedMs = 2_000;

/**
 * The time that all nodes of a database share: its own. What is signed, and judged by its time, is so by this
 * one: a node whose clock is wrong is refused by no shop, and trusts nothing for longer than others do.
 */
export interface DatabaseClock {
  /** Unix milliseconds; by this machine's clock while it differs by two seconds at most. */
  now(): number;
  /** How far this machine's clock is ahead of the database's, negative: behind. 0 until that is known. */
  aheadMs(): number;
  /** Whether that is more than clocks differ that somebody keeps. */
  isOff(): boolean;
}

/** When the database was asked for its time and when it answered, by this machine's clock. */
interface Span {
  askedAt: number;
  answeredAt: number;
}

/** Follows the database's clock by what it says now and then. */
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
      // What was long on its way does not tell when on its way it was written.
      if (answeredAt - askedAt > toleratedMs) return;
      aheadMs = Math.round((askedAt + answeredAt) / 2 - databaseMs);
    },
  };
}

export type NoteTime = ReturnType<typeof createDatabaseClock>["note"];
