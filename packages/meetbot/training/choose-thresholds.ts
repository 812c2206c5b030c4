import type { Stack } from "../src/recognition/model/intent-model.ts";

/** A line that was weighed: how likely it asks for an order, and whether it does. */
export interface WeighedLine {
  odds: number;
  isOrder: boolean;
  isFar: boolean;
}

/** Of lines far from any shop, at most this share may be taken for a request. */
const maxFalseFar = 0.0021;
/** Of all requests, this share is to be acted on or asked about, … */
const wantedRecall = 0.94;
/** … unless more than this share of other lines had to be asked about. */
const maxAskedInVain = 0.04;
/** The measure jumps with every line: it is taken as the mean of its neighborhood. */
const neighborhood = [-0.4, -0.2, 0, 0.2, 0.4];

/** From where on to act: where the F1 is best that takes far lines seldom. From where on to ask: below that. */
export function chooseThresholds(
  lines: readonly WeighedLine[],
): Pick<Stack, "actFrom" | "clarifyFrom"> {
  const near = lines.filter(({ isFar }) => !isFar);
  const far = lines.filter(({ isFar }) => isFar);
  const steps = Array.from({ length: 81 }, (_, index) => -3 + index / 10);
  const isRare = (from: number) => shareFrom(far, from) <= maxFalseFar;
  const smooth = (from: number) =>
    neighborhood.reduce((sum, offset) => sum + f1(near, from + offset), 0);
  const act = steps.filter(isRare).reduce((best, from) => (smooth(from) > smooth(best) ? from : best));
  const orders = near.filter(({ isOrder }) => isOrder);
  const others = near.filter(({ isOrder }) => !isOrder);
  const clarify = steps.filter(
    (from) =>
      from <= act &&
      (shareFrom(orders, from) >= wantedRecall ||
        shareFrom(others, from) - shareFrom(others, act) <= maxAskedInVain),
  );
  const first = steps.find(
    (from) => from <= act && shareFrom(others, from) - shareFrom(others, act) <= maxAskedInVain,
  );
  const enough = clarify.findLast((from) => shareFrom(orders, from) >= wantedRecall);
  return {
    actFrom: toLikelihood(act),
    clarifyFrom: toLikelihood(Math.max(first ?? act, enough ?? Number.NEGATIVE_INFINITY)),
  };
}

const shareFrom = (lines: readonly WeighedLine[], from: number): number =>
  lines.length === 0 ? 0 : lines.filter(({ odds }) => odds >= from).length / lines.length;

export function f1(lines: readonly WeighedLine[], from: number): number {
  const taken = lines.filter(({ odds }) => odds >= from);
  const right = taken.filter(({ isOrder }) => isOrder).length;
  return (2 * right) / (taken.length + lines.filter(({ isOrder }) => isOrder).length);
}

const toLikelihood = (odds: number): number =>
  Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
