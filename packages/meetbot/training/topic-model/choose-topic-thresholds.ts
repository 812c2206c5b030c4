import type { TopicScale } from "../../src/recognition/model/topic-model.ts";

/** A line kept apart, and how likely its best topic was said to be right. */
export interface RatedLine {
  likelihood: number;
  isNone: boolean;
  /** It asks for an order or a package, and would be answered so. */
  isActed: boolean;
}

/** Of lines about no topic, at most this share may be given one: most of them were written to be mistaken. */
const maxFalse = 0.03;
/** Of requests for an order or a package that are understood, this share may be lost to a topic. */
const maxLost = 0.0005;
/** At least this sure must a topic be against such a request: its answer is worth more. */
const minOverOrder = 0.9;

/** From where on a topic counts, and from where on also against a request for an order. */
export function chooseTopicThresholds(
  lines: readonly RatedLine[],
): Pick<TopicScale, "from" | "overOrderFrom"> {
  const from = surerThan(
    lines.filter(({ isNone }) => isNone),
    maxFalse,
  );
  const lost = surerThan(
    lines.filter(({ isNone, isActed }) => isNone && isActed),
    maxLost,
  );
  return { from, overOrderFrom: Math.max(from, lost, minOverOrder) };
}

/** The likelihood above which at most this share of the lines lies, to three digits. */
function surerThan(lines: readonly RatedLine[], share: number): number {
  const sorted = lines.map(({ likelihood }) => likelihood).sort((a, b) => b - a);
  const highest = sorted[Math.floor(sorted.length * share)] ?? 0.5;
  return Math.ceil(highest * 1000 + 1) / 1000;
}
