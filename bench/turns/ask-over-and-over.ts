import { setTimeout as delay } from "node:timers/promises";

/** How a load is run: so long, and at so many turns a second over all; 0 is as fast as it goes. */
export interface Pace {
  seconds: number;
  perSecond: number;
}

export interface LoadResult {
  turns: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time of the load itself. */
  cpuSeconds: number;
}

/** Each asks again as soon as it has its answer (or at its share of the pace), and prints how it went. */
export async function askOverAndOver(
  askers: (() => Promise<void>)[],
  { seconds, perSecond }: Pace,
): Promise<never> {
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
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  const result: LoadResult = {
    turns: latencies.length,
    perSecond: latencies.length / tookSeconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuSeconds: (user + system) / 1e6,
  };
  console.log(JSON.stringify(result));
  process.exit(0);
}
