import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "../cluster/cluster.ts";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { dataFolderArgument, runProgram } from "../cluster/run-program.ts";
import { readPostmasterFile } from "./postmaster-file.ts";

/** A fast shutdown writes what is in memory; a slow disk may take its time. */
const stopTimeoutMs = 60_000;

/** A stop takes about 20 ms. */
const lookAgainMs = 5;

/**
 * Stops the server: connections are closed, what is committed stays. pg_ctl runs as the server's
 * owner, so a forged process number in postmaster.pid can end no process but the owner's. It does
 * not wait, for it would take the next server, which another process may start at once, for this.
 * Throws an {@link EmbeddedDatabaseError} where it still runs after a minute, or pg_ctl refuses.
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
