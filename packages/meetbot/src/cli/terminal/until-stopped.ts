/**
 * Turns in hand end within the merchant's deadline (8 s); whoever stops us waits no longer. A call to
 * Meta may take 20 s: one that was not answered by now may have arrived, and its echo tells.
 */
const goodbyeMs = 15_000;

/** Resolves when the process is asked to stop: Ctrl-C, or a signal from its supervisor. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        // A second Ctrl-C does not wait for turns in hand.
        process.once(signal, () => process.exit(130));
        setTimeout(() => process.exit(1), goodbyeMs).unref();
        resolve();
      });
    }
  });
}
