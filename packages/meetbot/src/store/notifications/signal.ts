/** A bell that can ring before anyone listens: that ring is heard by the next listener. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring (or one since the last call), or after `ms`. */
  heard(ms: number): Promise<void>;
}

export function createSignal(): Bell {
  let rang = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rang = true;
      wake?.();
    },
    async heard(ms) {
      if (!rang) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      rang = false;
    },
  };
}
