import type { Logger } from "pino";
import type { DueWork } from "../../store/due-work/due-work.ts";
import type { DeskUpkeep } from "./desk-upkeep.ts";

const everyMs = 15_000;

/** Runs the upkeep from time to time, one after the other. */
export function startDeskUpkeep(
  upkeep: Pick<DeskUpkeep, "run">,
  dueWork: DueWork,
  log: Pick<Logger, "warn">,
): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const run = async () => {
      if (await dueWork.has("desk")) await upkeep.run();
    };
    working = working.then(run).catch((error: unknown) => {
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
