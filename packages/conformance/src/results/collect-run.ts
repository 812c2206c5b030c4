import type { Finding } from "../inspection/finding.ts";
import type { Sent } from "../inspection/inspection.ts";
import type {
  FindingStatus,
  RunCounts,
  RunExchange,
  RunFinding,
} from "../inspection/run-result.ts";

/** A finding as stored, with the exchanges that no earlier finding shows. */
export interface Collected {
  finding: RunFinding;
  /** The index of the first of these exchanges in the run. */
  from: number;
  exchanges: readonly RunExchange[];
}

/** A run as it grows. */
export interface Collection {
  findings: readonly RunFinding[];
  exchanges: readonly RunExchange[];
  counts: RunCounts;
  add(finding: Finding): Collected;
}

/** How many exchanges to store per finding: those that show a broken rule, but only a sample for one that is kept. */
const exchangesOf: Readonly<Record<FindingStatus, number>> = {
  fail: 3,
  warn: 3,
  pass: 1,
  skipped: 0,
};

/** Stores whole answers until the bodies of a run reach this size, then only their beginnings. */
const plentyCharacters = 1_000_000;
const beginningCharacters = 1_000;

/** Collects findings into the stored form of a run: each exchange once, however many findings show it. */
export function collectRun(): Collection {
  const findings: RunFinding[] = [];
  const exchanges: RunExchange[] = [];
  const known = new Map<Sent, number>();
  const counts: Record<FindingStatus, number> = { pass: 0, fail: 0, warn: 0, skipped: 0 };
  let characters = 0;

  function place(sent: Sent, before: Sent | undefined): number {
    const at = known.get(sent) ?? exchanges.length;
    if (at < exchanges.length) return at;
    known.set(sent, at);
    const { exchange, recipe } = sent;
    const mayBe =
      characters < plentyCharacters ? exchange.responseBody.length : beginningCharacters;
    const responseBody = exchange.responseBody.slice(0, mayBe);
    characters += responseBody.length;
    const isRepeated = before !== undefined && before.post === sent.post;
    exchanges.push({ recipe, isRepeated, exchange: { ...exchange, responseBody } });
    return at;
  }

  return {
    findings,
    exchanges,
    counts,
    add({ exchanges: all, ...finding }) {
      const from = exchanges.length;
      const shown = all.slice(0, exchangesOf[finding.status]);
      const places = shown.map((sent, at) => place(sent, shown[at - 1]));
      const collected: RunFinding = { ...finding, exchanges: places };
      findings.push(collected);
      counts[finding.status] += 1;
      return { finding: collected, from, exchanges: exchanges.slice(from) };
    },
  };
}
