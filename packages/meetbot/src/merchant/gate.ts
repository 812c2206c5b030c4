/** A shop that needs a second for each query still answers ten a second. */
const mostInFlight = 10;

/** Behind them wait so many, and no longer: a customer who waits for a place waits for nothing. */
const mostWaiting = 50;
const longestWaitMs = 1_000;

/** Lets so many calls to one endpoint run at once. */
export interface Gate {
  /** Resolves with the way out, or `null` where it is too crowded. Rejects as the signal says. */
  enter(signal?: AbortSignal): Promise<(() => void) | null>;
}

export function createGate(): Gate {
  const waiting: ((place: true) => void)[] = [];
  let inFlight = 0;

  const leave = () => {
    const next = waiting.shift();
    if (next) next(true);
    else inFlight -= 1;
  };

  /** A way out that counts once. */
  const wayOut = () => {
    let isOut = false;
    return () => {
      if (!isOut) leave();
      isOut = true;
    };
  };

  return {
    async enter(signal) {
      signal?.throwIfAborted();
      if (inFlight < mostInFlight) {
        inFlight += 1;
        return wayOut();
      }
      if (waiting.length >= mostWaiting) return null;
      return (await waitForPlace(waiting, signal)) ? wayOut() : null;
    },
  };
}

async function waitForPlace(
  waiting: ((place: true) => void)[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  waiting.push(resolve);
  const giveUp = (settle: () => void) => {
    const at = waiting.indexOf(resolve);
    if (at !== -1) waiting.splice(at, 1);
    settle();
  };
  const timer = setTimeout(giveUp, longestWaitMs, () => resolve(false));
  const onAbort = () => giveUp(() => reject(signal?.reason));
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}
