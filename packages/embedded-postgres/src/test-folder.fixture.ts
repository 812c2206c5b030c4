import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { discardDatabase } from "./discard-database.ts";
import type { EmbeddedDatabase } from "./start-embedded.ts";

type Connection = EmbeddedDatabase["connection"];

export const silent = { info() {}, warn() {} };

/** For tests: a data folder that is gone, with its server, when the test ends. */
export function makeDataDir(t: { after(undo: () => void): void }, below = "data"): string {
  // Not the system's temporary folder, whose name may be long: tests choose how long the path is.
  const folder = mkdtempSync("/tmp/meetbot-embedded-");
  chmodSync(folder, 0o755);
  const dataDir = join(folder, below);
  t.after(() => {
    discardDatabase(dataDir);
    rmSync(folder, { recursive: true, force: true });
  });
  return dataDir;
}

/** Runs one statement over a connection of its own. */
export async function query(connection: Connection, statement: string): Promise<unknown> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** The process number in postmaster.pid; null once the server has stopped as it should. */
export function serverPid(dataDir: string): number | null {
  try {
    const file = readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8");
    return Number.parseInt(file, 10);
  } catch {
    return null;
  }
}

/** All processes of a server, its children included (Linux). */
export function serverProcesses(dataDir: string): number[] {
  const cluster = join(dataDir, "postgres/cluster");
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === cluster;
      } catch {
        return false;
      }
    });
}
