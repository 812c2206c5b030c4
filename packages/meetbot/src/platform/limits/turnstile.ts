/** Limits how many tasks run at once; the others follow in order of arrival. */
export type Turnstile = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createTurnstile(max: number): Turnstile {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside < max) inside += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The next in line takes the place over.
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
