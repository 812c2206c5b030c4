import type { Logger } from "pino";

/** Whoever loses the role, or signs out, sees nothing more after so long. */
const lookEveryMs = 15_000;

/** Ends what goes on for a caller once they might not ask for it any more. Returns how to stop looking. */
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
