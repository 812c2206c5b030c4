import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";

/** How a load is run: so long, and at so many turns a second over all; 0 is as fast as it goes. */
export interface Pace {
  seconds: number;
  perSecond: number;
  /** The same customers ask again at each line of standard input, which is the next pace; this one is not run. */
  inSteps?: boolean;
}

export interface LoadResult {
  turns: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time of the load itself. */
  cpuSeconds: number;
}

/** Each asks again as soon as it has its answer (or at its share of the pace), and the load prints how it went. */
export async function askOverAndOver(askers: (() => Promise<void>)[], pace: Pace): Promise<never> {
  if (pace.inSteps) await inSteps((step: Pace) => askFor(askers, step));
  else console.log(JSON.stringify(await askFor(askers, pace)));
  process.exit(0);
}

/** Prints that it is ready, plays each step it reads from standard input, and prints the result. */
export async function inSteps<Step>(play: (step: Step) => Promise<object>): Promise<void> {
  console.log("{}");
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await play(JSON.parse(line))));
  }
}

async function askFor(
  askers: (() => Promise<void>)[],
  { seconds, perSecond }: Pace,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedCpu = process.cpuUsage();
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  const everyMs = perSecond > 0 ? (1000 * askers.length) / perSecond : 0;

  await Promise.all(
    askers.map(async (ask) => {
      let next = performance.now() + Math.random() * everyMs;
      while (performance.now() < end) {
        if (everyMs > 0) {
          await delay(Math.max(0, next - performance.now()));
          next += everyMs;
        }
        const askedAt = performance.now();
        await ask();
        latencies.push(performance.now() - askedAt);
      }
    }),
  );

  const { user, system } = process.cpuUsage(startedCpu);
  const tookSeconds = (performance.now() - startedAt) / 1000;
  return {
    turns: latencies.length,
    perSecond: latencies.length / tookSeconds,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    cpuSeconds: (user + system) / 1e6,
  };
}

/** The value below which such a share of all lies; 0: there are none. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
