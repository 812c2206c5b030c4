/** Limits how much work runs at once; the rest waits in line. */
export interface Gate {
  /** Runs the work once there are enough free places. Work that needs more places than the gate has runs alone. */
  pass<Result>(work: () => Promise<Result>, places?: number): Promise<Result>;
}

/** Returns a gate that admits as many at once as `most` returns at that moment. */
export function createGate(most: () => number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async pass(work, places = 1) {
      const isFull = () => inside > 0 && inside + places > most();
      while (isFull()) await new Promise<void>((resolve) => waiting.push(resolve));
      inside += places;
      try {
        return await work();
      } finally {
        inside -= places;
        for (const wake of waiting.splice(0)) wake();
      }
    },
  };
}
