/** A signal that can be raised before anyone waits for it: the next caller to wait gets it at once. */
export interface Signal {
  raise(): void;
  /** Resolves once it is raised (or was since the last call), or after `ms`; false: it was not. */
  raised(ms: number): Promise<boolean>;
}

export function createSignal(): Signal {
  let isRaised = false;
  let wake: (() => void) | null = null;
  return {
    raise() {
      isRaised = true;
      wake?.();
    },
    async raised(ms) {
      if (!isRaised) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      const was = isRaised;
      isRaised = false;
      return was;
    },
  };
}
