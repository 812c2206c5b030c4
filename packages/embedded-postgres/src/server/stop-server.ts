import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "../cluster/cluster.ts";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { dataFolderArgument, runProgram } from "../cluster/run-program.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

/** A fast shutdown writes memory to disk, which takes time on a slow disk. */
const stopTimeoutMs = 60_000;

/** Stopping takes about 20 ms. */
const lookAgainMs = 5;

/**
 * Stops the server: its connections are closed, committed data stays. pg_ctl runs as the server's owner, so a forged
 * process number in postmaster.pid can only end that owner's processes. pg_ctl does not wait, because it would mistake
 * the next server, which another process may start at once, for this one. Throws an {@link EmbeddedDatabaseError} if
 * the server still runs after a minute, or if pg_ctl refuses.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = await readPostmasterFile(cluster);
  if (server === null) return;
  const { failed, output } = await runProgram(cluster, "pg_ctl", [
    "stop",
    "--no-wait",
    "--mode=fast",
    `--pgdata=${dataFolderArgument(cluster)}`,
  ]);
  const deadline = Date.now() + (failed ? 0 : stopTimeoutMs);
  do {
    if ((await readPostmasterFile(cluster))?.pid !== server.pid) return;
    await delay(lookAgainMs);
  } while (Date.now() < deadline);
  throw new EmbeddedDatabaseError(
    "stop_failed",
    `Meetbot's own database did not stop; its log is ${cluster.logFile}. Nothing is lost, and the next start joins it. pg_ctl says:\n${output}`,
  );
}
