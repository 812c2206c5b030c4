import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Cluster } from "./cluster.ts";

export type Program = "initdb" | "pg_ctl" | "postgres";

export interface ProgramRun {
  failed: boolean;
  /** The program's output, or why it could not run. */
  output: string;
}

/** Runs one of PostgreSQL's programs on a cluster to its end. */
export async function runProgram(
  cluster: Cluster,
  program: Program,
  programArguments: string[],
  input = "",
): Promise<ProgramRun> {
  const child = spawn(programPath(cluster, program), programArguments, {
    ...programOptions(cluster),
    stdio: "pipe",
  });
  child.stdin.on("error", () => {}).end(input); // it may end without reading
  try {
    const [[code], stdout, stderr] = await Promise.all([
      once(child, "close"),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { failed: code !== 0, output: `${stdout}${stderr}`.trim() };
  } catch (error) {
    return { failed: true, output: String(error) };
  }
}

export function programPath(cluster: Cluster, program: Program): string {
  return join(cluster.programs, "bin", process.platform === "win32" ? `${program}.exe` : program);
}

/**
 * Programs start inside the data folder: root enters it before switching to its owner. The environment is new, because
 * Meetbot's contains the master key, which PostgreSQL must not get.
 */
export function programOptions({ folder, owner }: Cluster): SpawnOptions {
  const { PATH, SystemRoot, TEMP } = process.env;
  return {
    cwd: folder,
    env: { LC_ALL: "C", PATH, ...(process.platform === "win32" && { SystemRoot, TEMP }) },
    windowsHide: true,
    ...owner,
  };
}

/**
 * Returns how to pass the data folder to programs. Its owner may be unable to reach it: root's home is closed (0700).
 * Linux keeps a link to a process's working folder, and following it needs no permission on the parents (proc(5),
 * "/proc/pid/cwd"); PostgreSQL itself never leaves that folder. The alternative, `setpriv` with the capability to read
 * everything, would open every file of the machine to it.
 */
export function dataFolderArgument({ folder, owner }: Cluster): string {
  return owner !== null && process.platform === "linux" ? "/proc/self/cwd" : folder;
}
