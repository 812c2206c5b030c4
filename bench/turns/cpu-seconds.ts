import { readdir, readFile } from "node:fs/promises";

/** Clock ticks in a second, the same on every Linux that Node supports. */
const ticksPerSecond = 100;

/** Processor time a process has used so far, and with `children` that of its children, also of those that have ended. */
export async function cpuSecondsOf(pid: number, children: boolean): Promise<number> {
  const own = await ticksOf(pid);
  if (!children) return (own?.ticks ?? 0) / ticksPerSecond;
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(ticksOf));
  const below = all.filter((one) => one?.parent === pid);
  const before = (own?.ticks ?? 0) + (own?.ended ?? 0);
  const total = below.reduce((so, one) => so + (one?.ticks ?? 0), before);
  return total / ticksPerSecond;
}

interface Ticks {
  ticks: number;
  /** Of children that have ended. */
  ended: number;
  parent: number;
}

/** The fields of proc_pid_stat(5), counted from the state on. */
async function ticksOf(pid: number): Promise<Ticks | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [ticks, ended] = [sum(fields[11], fields[12]), sum(fields[13], fields[14])];
    return { ticks, ended, parent: Number(fields[1]) };
  } catch {
    return null;
  }
}

function sum(user = "0", system = "0"): number {
  return Number(user) + Number(system);
}
