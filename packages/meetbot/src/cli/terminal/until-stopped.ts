/**
 * Running turns end within the merchant's deadline (8 s); supervisors do not wait longer than this. A call to Meta may
 * take 20 s: an unanswered call may still have arrived, and its echo shows that.
 */
const goodbyeMs = 15_000;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The exit code that a shell reports for a program that SIGTERM ended. */
const endAtOnce = () => process.exit(143);

/**
 * Exits on signals until the command waits for a stop: the first process of a container is not ended by signals that it
 * does not handle.
 */
export function endWhileStarting(): void {
  for (const signal of signals) process.once(signal, endAtOnce);
}

/** Resolves when the process should stop: on Ctrl-C, or a signal from its supervisor. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      process.off(signal, endAtOnce);
      process.once(signal, () => {
        // A second Ctrl-C does not wait for running turns.
        process.once(signal, () => process.exit(130));
        setTimeout(() => process.exit(1), goodbyeMs).unref();
        resolve();
      });
    }
  });
}
