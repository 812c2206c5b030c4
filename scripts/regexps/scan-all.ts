import type { FoundRegexp } from "./read-regexps.ts";
import { hashRegexp } from "./safe-list.ts";
import type { RegexpVerdict, Scanner } from "./scanner.ts";

/** What came of a scan. */
export interface ScanOutcome {
  /** One line for each place with an expression that is not safe. */
  complaints: string[];
  /** The hashes of all that are safe, scanned now or before. */
  safe: ReadonlySet<string>;
  /** How many had to be scanned. */
  scanned: number;
}

/** As many as are scanned at once. */
const width = 2;

/** Scans the expressions that `known` does not list as safe. Loads the scanner only if there are any. */
export async function scanAll(
  found: readonly FoundRegexp[],
  known: ReadonlySet<string>,
  load: () => Scanner,
): Promise<ScanOutcome> {
  const byHash = new Map(found.map((regexp) => [hashRegexp(regexp), regexp]));
  const unknown = [...byHash].filter(([hash]) => !known.has(hash));
  const verdicts = await scan(unknown, load);
  const complaints = found.flatMap((regexp) => {
    const verdict = verdicts.get(hashRegexp(regexp));
    return verdict && !passes(verdict, regexp) ? [complain(regexp, verdict)] : [];
  });
  const isSafe = (hash: string) => {
    const [verdict, regexp] = [verdicts.get(hash), byHash.get(hash)];
    return !verdict || !regexp || passes(verdict, regexp);
  };
  return { complaints, safe: new Set([...byHash.keys()].filter(isSafe)), scanned: unknown.length };
}

const passes = ({ status }: RegexpVerdict, { isPhrase = false }: FoundRegexp): boolean =>
  status === "safe" || (status === "unknown" && isPhrase);

async function scan(
  unknown: readonly (readonly [string, FoundRegexp])[],
  load: () => Scanner,
): Promise<ReadonlyMap<string, RegexpVerdict>> {
  const verdicts = new Map<string, RegexpVerdict>();
  if (unknown.length === 0) return verdicts;
  const scanOne = load();
  const waiting = unknown.values();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [hash, regexp] of waiting) verdicts.set(hash, await scanOne(regexp));
    }),
  );
  return verdicts;
}

function complain({ place, source }: FoundRegexp, verdict: RegexpVerdict): string {
  const what =
    verdict.status === "vulnerable"
      ? `takes ${verdict.complexity.summary} time, for example for ${verdict.attack.pattern}`
      : `cannot be judged (${verdict.status === "unknown" && verdict.error.kind}); make it simpler`;
  return `${place}: /${source}/ ${what}.`;
}
