/** Resolves when the process is asked to stop: Ctrl-C, or a signal from its supervisor. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        // A second Ctrl-C does not wait for turns in hand.
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}
