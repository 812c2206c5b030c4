/** Lets work through, and has the rest wait in line. */
export interface Gate {
  pass<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Opens a gate that lets as many through at once as `most` says at that moment. */
export function createGate(most: () => number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    async pass(work) {
      while (inside >= most()) await new Promise<void>((resolve) => waiting.push(resolve));
      inside += 1;
      try {
        return await work();
      } finally {
        inside -= 1;
        for (const wake of waiting.splice(0)) wake();
      }
    },
  };
}
