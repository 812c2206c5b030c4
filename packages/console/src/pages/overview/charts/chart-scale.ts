/** More lines than that are crowded in a chart of our height. */
const maxSteps = 5;

/** Returns the tick values of a scale, from 0 to at least the highest value. */
export function ticksUpTo(max: number): number[] {
  const step = roundStep(max / maxSteps);
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, nth) => nth * step);
}

/** Rounds a step up to 1, 2 or 5 times a power of ten; counts are whole, so the step is at least 1. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power;
}
