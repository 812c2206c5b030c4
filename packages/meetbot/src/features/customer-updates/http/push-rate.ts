import { maxPushBytes } from "@meetbot/protocol";
import { createRate } from "../../../platform/limits/rate.ts";

/** Pushes per second that a bot's shop may send; a batch may use up later ones in advance. */
const pushesPerSecond = 20;

/** The size of one batch, accepted at once; later pushes follow at the rate above. */
const pushesAtOnce = 100;

/**
 * Limits how much each bot's shop may push. Reading the body is what costs this server, so bytes are counted before it
 * is read, allowing for as many of the largest pushes as the rate permits. A shop over its limit has nothing read.
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
    /** Counts the pushes once the body is parsed; an unreadable body counts as one. */
    take: (botId: string, amount: number, nowMs: number): number =>
      pushes.take(botId, amount, nowMs),
  };
}
