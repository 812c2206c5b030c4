import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** A server ends within some milliseconds; a test run must not hang on the remains of one. */
const discardTimeoutMs = 5_000;

/**
 * For tests: ends the server of a data folder at once without saving anything (SIGQUIT), and deletes the folder. Blocks
 * until done, so that it works while a process exits.
 */
export function discardDatabase(dataDir: string): void {
  try {
    const file = readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8");
    process.kill(Number.parseInt(file, 10), "SIGQUIT");
  } catch {
    // No server has started, or it has ended by itself.
  }
  // A stopping server deletes files too, and rmSync fails if the server deletes one first.
  const deadline = Date.now() + discardTimeoutMs;
  while (existsSync(dataDir) && Date.now() < deadline) {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
