/** Above this a customer begins to wonder. */
export const FAST_MS = 2_000;

/** Ten concurrent lookups take longer than one, but not this many times as long. */
const TIMES = 4;

/**
 * Whether queries that came together were looked up one after another, by how long they took: alone each was
 * quick, and together the last one was not.
 */
export function stoodInLine(aloneMs: readonly number[], togetherMs: readonly number[]): boolean {
  const [alone, together] = [Math.max(0, ...aloneMs), Math.max(0, ...togetherMs)];
  return together > FAST_MS && together > alone * TIMES;
}
