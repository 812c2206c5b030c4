import type { Contender } from "../contender.ts";
import { cpuSecondsOf } from "../cpu-seconds.ts";

/** Seconds of processor time. */
export interface ProcessorTime {
  bot: number;
  database: number;
  shop: number;
}

/** What a contender, its database and its shop have used so far. */
export async function processorTime(contender: Contender): Promise<ProcessorTime> {
  const { pids, databasePid, merchantPid } = contender;
  const bots = await Promise.all(pids.map((pid) => cpuSecondsOf(pid, false)));
  return {
    bot: bots.reduce((sum, one) => sum + one, 0),
    database: databasePid === null ? 0 : await cpuSecondsOf(databasePid, true),
    shop: await cpuSecondsOf(merchantPid, false),
  };
}

export function subtract(after: ProcessorTime, before: ProcessorTime): ProcessorTime {
  return {
    bot: after.bot - before.bot,
    database: after.database - before.database,
    shop: after.shop - before.shop,
  };
}

/** What an exercise makes a contender use, and what came of it. */
export async function timed<Result>(contender: Contender, exercise: () => Promise<Result>) {
  const before = await processorTime(contender);
  const result = await exercise();
  return { result, used: subtract(await processorTime(contender), before) };
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
