import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

/** The person of the system, as numbers, that PostgreSQL runs as when that is not this process. */
export interface ServerOwner {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root therefore starts it as the owner of its data, or, before
 * there is any, as `nobody`. Everyone else starts it as themselves: null.
 */
export async function serverOwner(clusterFolder: string): Promise<ServerOwner | null> {
  if (process.getuid?.() !== 0) return null;
  const found = await stat(clusterFolder).catch(() => null);
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  return { uid: await idOfNobody("-u"), gid: await idOfNobody("-g") };
}

/** Systems number `nobody` differently (65534 on Linux, -2 on macOS): ask, don't guess. */
async function idOfNobody(which: "-u" | "-g"): Promise<number> {
  const { stdout } = await promisify(execFile)("id", [which, "nobody"]);
  return Number(stdout);
}
