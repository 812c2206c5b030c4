import type { Corpora, CorpusLine } from "./corpora.ts";
import type { Engine, Verdict } from "./engine.ts";

export interface Quality {
  positives: number;
  lines: number;
  f1: number;
  /** Of the lines that ask for an order, how many are answered so or asked back. */
  heard: number;
  /** How often a line that asks for an order is scored above one that does not; null without both. */
  auc: number | null;
  falseHits: number;
  /** Lines that ask for no order and are asked back. */
  askedInVain: number;
}

/** How well an engine tells lines that ask for an order or a parcel from all others. */
export async function measureQuality(
  engine: Engine,
  lines: readonly CorpusLine[],
): Promise<Quality> {
  const verdicts: (Verdict & { wanted: boolean })[] = [];
  for (const { text, isOrder } of lines) {
    verdicts.push({ ...(await engine.classify(text)), wanted: isOrder });
  }
  const hits = verdicts.filter(({ isOrder, wanted }) => isOrder && wanted).length;
  const falseHits = verdicts.filter(({ isOrder, wanted }) => isOrder && !wanted).length;
  const positives = verdicts.filter(({ wanted }) => wanted).length;
  const asked = verdicts.filter(({ isOrder, isAsked }) => isAsked && !isOrder);
  const askedRightly = asked.filter(({ wanted }) => wanted).length;
  return {
    positives,
    lines: lines.length,
    f1: (2 * hits) / (hits + falseHits + positives),
    heard: (hits + askedRightly) / positives,
    auc: areaUnderCurve(verdicts),
    falseHits,
    askedInVain: asked.length - askedRightly,
  };
}

/** By ranks; equal scores share theirs. */
function areaUnderCurve(verdicts: readonly { score: number; wanted: boolean }[]): number | null {
  const sorted = verdicts.toSorted((a, b) => a.score - b.score);
  const positives = sorted.filter(({ wanted }) => wanted).length;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    const wanted = sorted.slice(from, to).filter((verdict) => verdict.wanted).length;
    ranks += (wanted * (from + 1 + to)) / 2;
    from = to;
  }
  const pairs = positives * (sorted.length - positives);
  return pairs === 0 ? null : (ranks - (positives * (positives + 1)) / 2) / pairs;
}

export interface Speed {
  p50: number;
  p99: number;
}

const warmRounds = 2;

/** Microseconds for one utterance, once everything is warm. */
export async function measureSpeed(engine: Engine, corpora: Corpora): Promise<Speed> {
  const all = Object.values(corpora).flat();
  const isLocal = engine.speedLines === undefined;
  const texts = all.slice(0, engine.speedLines).map(({ text }) => text);
  const times: number[] = [];
  for (let round = isLocal ? 0 : warmRounds; round <= warmRounds; round += 1) {
    times.length = 0;
    for (const text of texts) times.push(await timeOf(engine, text));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

async function timeOf(engine: Engine, text: string): Promise<number> {
  const begin = process.hrtime.bigint();
  const verdict = engine.classify(text);
  // What answers at once is not made to wait for the event loop.
  if (verdict instanceof Promise) await verdict;
  return Number(process.hrtime.bigint() - begin) / 1_000;
}
