/** A wait that can be cut short. */
export interface Pause {
  wait(ms: number): Promise<void>;
  /** Ends the wait of now, if there is one. */
  wake(): void;
}

export function createPause(): Pause {
  let wake = () => {};
  return {
    async wait(ms) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    wake: () => wake(),
  };
}
