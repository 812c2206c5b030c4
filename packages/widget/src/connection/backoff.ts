/** The first wait, at the longest. */
export const firstMs = 1000;
const maxMs = 30_000;

/**
 * Returns how long to wait before the next attempt: 1 s at first, doubled each time up to 30 s. Up to half of it is
 * random, so that not all pages reconnect to a restarted server at once.
 */
export function backoffMs(failedTries: number, random: () => number = Math.random): number {
  const fullMs = Math.min(maxMs, firstMs * 2 ** failedTries);
  return fullMs * (1 - random() / 2);
}
