import type { Stack } from "../src/recognition/model/intent-model.ts";

/** A line that was weighed: how likely it asks for an order, and whether it does. */
export interface WeighedLine {
  odds: number;
  isOrder: boolean;
  isFar: boolean;
  isNearMiss: boolean;
}

/** Of lines far from any shop, at most this share may be taken for a request, and asked about in vain. */
const maxFarTaken = 0.001;
const maxFarAsked = 0.02;
/** Of the other lines, this share may be asked about in vain. */
const maxAsked = 0.06;
/** The measure jumps with every line: it is taken as the mean of its neighborhood. */
const neighborhood = [-0.6, -0.3, 0, 0.3, 0.6];
/** As good as the best: of all such the surest is taken, since a wrong card costs more than a question. */
const asGood = 0.003;

/** From where on to act: where the F1 is best and far lines are seldom taken. From where on to ask: below that. */
export function chooseThresholds(
  lines: readonly WeighedLine[],
): Pick<Stack, "actFrom" | "clarifyFrom"> {
  const far = lines.filter(({ isFar }) => isFar);
  const near = lines.filter(({ isFar }) => !isFar);
  const others = near.filter(({ isOrder, isNearMiss }) => !isOrder && !isNearMiss);
  const smooth = (from: number) =>
    neighborhood.reduce((sum, offset) => sum + f1(near, from + offset), 0) / neighborhood.length;
  const steps = Array.from({ length: 81 }, (_, index) => -3 + index / 10);
  const possible = steps.filter((from) => shareFrom(far, from) <= maxFarTaken);
  const best = Math.max(...possible.map(smooth));
  const act = possible.findLast((from) => smooth(from) >= best - asGood) ?? 0;
  const asked = (of: readonly WeighedLine[], from: number) =>
    shareFrom(of, from) - shareFrom(of, act);
  const clarify = steps.find(
    (from) => from >= act || (asked(others, from) <= maxAsked && asked(far, from) <= maxFarAsked),
  );
  return { actFrom: toLikelihood(act), clarifyFrom: toLikelihood(clarify ?? act) };
}

const shareFrom = (lines: readonly WeighedLine[], from: number): number =>
  lines.length === 0 ? 0 : lines.filter(({ odds }) => odds >= from).length / lines.length;

export function f1(lines: readonly WeighedLine[], from: number): number {
  const taken = lines.filter(({ odds }) => odds >= from);
  const right = taken.filter(({ isOrder }) => isOrder).length;
  return (2 * right) / (taken.length + lines.filter(({ isOrder }) => isOrder).length);
}

const toLikelihood = (odds: number): number => Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
