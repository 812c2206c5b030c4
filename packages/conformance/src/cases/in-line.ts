/** Above this a customer begins to wonder. */
export const FAST_MS = 2_000;

/** Ten concurrent lookups take longer than one, but not this many times as long. */
const TIMES = 4;

/**
 * Checks by response times whether the webhook processed simultaneous queries one after another: each alone was quick,
 * but the last of the batch was not.
 */
export function stoodInLine(aloneMs: readonly number[], togetherMs: readonly number[]): boolean {
  const [alone, together] = [Math.max(0, ...aloneMs), Math.max(0, ...togetherMs)];
  return together > FAST_MS && together > alone * TIMES;
}
