/** From 300 s ahead of the clock to 300 s behind it, both included, one timestamp passes as fresh. */
const memoryS = 601;

/** About 80 questions a second for ten minutes; some 10 MB when full. */
const maxRemembered = 50_000;

/** Remembers which signed requests came already; tells a replay from a retry. */
export interface ReplayMemory {
  /** True the first time; false for the same id with the same timestamp again. */
  admit(id: string, timestampS: number, nowS: number): boolean;
}

/**
 * A retry of Meetbot's carries the same id with a later timestamp and is admitted. Only signed
 * requests are remembered, so a stranger cannot fill the memory.
 */
export function createReplayMemory(): ReplayMemory {
  const forgetAtS = new Map<string, number>();

  function forget(nowS: number): void {
    for (const [key, endS] of forgetAtS) {
      if (endS > nowS && forgetAtS.size < maxRemembered) return;
      forgetAtS.delete(key);
    }
  }

  return {
    admit(id, timestampS, nowS) {
      const key = `${id}.${timestampS}`;
      if (forgetAtS.has(key)) return false;
      forget(nowS);
      forgetAtS.set(key, nowS + memoryS);
      return true;
    },
  };
}
