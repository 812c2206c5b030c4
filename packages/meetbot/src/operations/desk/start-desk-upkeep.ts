import type { Logger } from "pino";
import type { DeskUpkeep } from "./desk-upkeep.ts";

const everyMs = 15_000;

/** Runs the upkeep from time to time, one after the other. */
export function startDeskUpkeep(
  upkeep: Pick<DeskUpkeep, "run">,
  log: Pick<Logger, "warn">,
): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    working = working.then(upkeep.run).catch((error: unknown) => {
      log.warn({ err: error }, "what waits for people could not be looked through");
    });
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return working;
    },
  };
}
