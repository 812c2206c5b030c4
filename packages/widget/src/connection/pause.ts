/** A wait that can be cut short. */
export interface Pause {
  wait(ms: number): Promise<void>;
  /** Ends the current wait, if there is one. */
  wake(): void;
}

export function createPause(): Pause {
  let wake = () => {};
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        wake = resolve;
        setTimeout(resolve, ms);
      }),
    wake: () => wake(),
  };
}
