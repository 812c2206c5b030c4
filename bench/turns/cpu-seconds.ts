import { readdir, readFile } from "node:fs/promises";

/** Clock ticks in a second, the same on every Linux that Node supports. */
const ticksPerSecond = 100;

/** Processor time a process has used so far, and with `children` that of its children, living and ended. */
export async function cpuSecondsOf(pid: number, children: boolean): Promise<number> {
  const own = await ticksOf(pid);
  if (!children) return (own?.ticks ?? 0) / ticksPerSecond;
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(ticksOf));
  const below = all.filter((one) => one?.parent === pid);
  const sum = below.reduce(
    (total, one) => total + (one?.ticks ?? 0),
    (own?.ticks ?? 0) + (own?.ofEnded ?? 0),
  );
  return sum / ticksPerSecond;
}

async function ticksOf(
  pid: number,
): Promise<{ ticks: number; ofEnded: number; parent: number } | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = fields
      .slice(11, 15)
      .map(Number);
    return {
      ticks: user + system,
      ofEnded: userOfEnded + systemOfEnded,
      parent: Number(fields[1]),
    };
  } catch {
    return null;
  }
}
