import { maxPushBytes } from "@meetbot/protocol";
import { createRate } from "../../../platform/limits/rate.ts";

/** A bot's shop pushes so much in a second; a batch may take it ahead. */
const pushesPerSecond = 20;

/** One batch at once, and what follows it at the pace of the rate. */
const pushesAtOnce = 100;

/**
 * How much each bot's shop may push. What costs this server is to read it: so bytes are counted before that, as many as
 * the largest pushes have that may come, and nothing is read of a shop that may push nothing at the moment.
 */
export function createPushRate() {
  const pushes = createRate({ atOnce: pushesAtOnce, eachMs: 1_000 / pushesPerSecond });
  const bytes = createRate({
    atOnce: pushesAtOnce * maxPushBytes,
    eachMs: 1_000 / (pushesPerSecond * maxPushBytes),
  });
  return {
    /** Before a body is read: 0, or after how many ms it may be. */
    admit: (botId: string, body: Uint8Array, nowMs: number): number =>
      pushes.waitFor(botId, 1, nowMs) || bytes.take(botId, body.length, nowMs),
    /** Once it is: what cannot be read counts as one. */
    take: (botId: string, amount: number, nowMs: number): number =>
      pushes.take(botId, amount, nowMs),
  };
}
