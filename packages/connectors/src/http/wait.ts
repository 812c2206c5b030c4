/** The longest time that a customer in a chat waits for a busy platform. */
export const maxWaitMs = 2_000;

/** Waits, or rejects with the signal's reason if the signal aborts first. */
export function wait(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", end);
      resolve();
    }, delayMs);
    signal.addEventListener("abort", end, { once: true });
  });
}
