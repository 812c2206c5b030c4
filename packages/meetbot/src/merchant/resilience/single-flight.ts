/** Calls under way, so that callers with the same question share the answer. */
export interface SingleFlight<Result> {
  /**
   * Starts the call, or joins the one with this key. The call stops only when everybody who waits
   * for it has stopped; each one rejects as their own signal says.
   */
  join(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<Result>,
  ): Promise<{ result: Result; isFirst: boolean }>;
}

interface Flight<Result> {
  result: Promise<Result>;
  waiting: number;
  stop: AbortController;
}

export function createSingleFlight<Result>(): SingleFlight<Result> {
  const flights = new Map<string, Flight<Result>>();

  const takeOff = (key: string, start: (signal: AbortSignal) => Promise<Result>) => {
    const stop = new AbortController();
    const land = () => flights.get(key) === flight && flights.delete(key);
    const flight: Flight<Result> = {
      result: start(stop.signal).finally(land),
      waiting: 0,
      stop,
    };
    flights.set(key, flight);
    return flight;
  };

  /** Stops the call once its last caller leaves; callers cannot join a call that is being stopped. */
  const leave = (key: string, flight: Flight<Result>, reason: unknown) => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    if (flights.get(key) === flight) flights.delete(key);
    flight.stop.abort(reason);
  };

  return {
    async join(key, signal, start) {
      signal?.throwIfAborted();
      const joined = flights.get(key);
      const flight = joined ?? takeOff(key, start);
      flight.waiting += 1;
      const result = await untilAborted(flight.result, signal, (reason) =>
        leave(key, flight, reason),
      );
      return { result, isFirst: joined === undefined };
    },
  };
}

async function untilAborted<Result>(
  result: Promise<Result>,
  signal: AbortSignal | undefined,
  onAbort: (reason: unknown) => void,
): Promise<Result> {
  if (!signal) return result;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => {
    onAbort(signal.reason);
    reject(signal.reason);
  };
  signal.addEventListener("abort", abort, { once: true });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
