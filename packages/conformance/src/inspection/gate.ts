/** Lets work through, and has the rest wait in line. */
export interface Gate {
  /** What takes more places than there are goes through when nothing else is inside. */
  pass<Result>(work: () => Promise<Result>, places?: number): Promise<Result>;
}

/** Opens a gate that lets as many through at once as `most` says at that moment. */
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
