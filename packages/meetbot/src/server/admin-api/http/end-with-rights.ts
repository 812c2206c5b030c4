import type { Logger } from "pino";

/** Callers who lose the role or sign out receive nothing after this time. */
const lookEveryMs = 15_000;

/** Ends a caller's stream once they lose the right to it. Returns a function that stops the checks. */
export function endWithRights(
  stillMay: () => Promise<boolean>,
  end: () => void,
  log: Pick<Logger, "warn">,
): () => void {
  const timer = setInterval(() => {
    stillMay().then(
      (may) => may || end(),
      (error: unknown) => log.warn({ err: error }, "a stream's rights could not be checked"),
    );
  }, lookEveryMs);
  return () => clearInterval(timer);
}
