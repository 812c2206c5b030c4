import type { Logger } from "pino";
import type { Store } from "../store/store.ts";
import type { DeskMoves } from "./desk/desk-moves.ts";

/** Quarters of an hour are counted soon after they are over. */
const tallyEveryMs = 60 * 1000;

/** Expired conversations are looked for so often. */
const forgetEveryMs = 10 * 60 * 1000;

/** The longest that a customer waits for a person before the bot says that nobody is free. */
const waitsForMinutes = 15;

/** How often to look for customers who have waited this long, and how many to notify at a time. */
const giveUpEveryMs = 15 * 1000;
const maxGivenUp = 200;

export type MaintenanceStore = Pick<Store, "forgetExpired" | "dueWork"> & {
  overview: Pick<Store["overview"], "tally">;
};

/**
 * Runs a node's periodic jobs: counts events and deletes what has expired. Counts before it deletes, but deletes even
 * if counting fails.
 */
export function startMaintenance(
  store: MaintenanceStore,
  deskMoves: Pick<DeskMoves, "expireWaiting">,
  log: Logger,
): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const tally = () =>
    store.overview
      .tally()
      .catch((error: unknown) => log.warn({ err: error }, "the figures could not be counted"));
  const forget = () =>
    store
      .forgetExpired()
      .catch((error: unknown) => log.warn({ err: error }, "expired data could not be deleted"));
  const expireWaiting = () =>
    store.dueWork
      .has("overdueWaits")
      .then(async (isDue) => {
        if (isDue) await deskMoves.expireWaiting(waitsForMinutes, maxGivenUp);
      })
      .catch((error: unknown) => log.warn({ err: error }, "who waits for a person was not told"));
  const timers = [
    setInterval(() => {
      working = working.then(expireWaiting);
    }, giveUpEveryMs),
    setInterval(() => {
      working = working.then(tally);
    }, tallyEveryMs),
    setInterval(() => {
      working = working.then(tally).then(async () => void (await forget()));
    }, forgetEveryMs),
  ];
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
      return working;
    },
  };
}
