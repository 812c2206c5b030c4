import type { Cluster } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { dataFolderArgument, runProgram } from "./run-program.ts";

/** A fast shutdown writes what is in memory; a slow disk may take its time. */
const stopTimeoutSeconds = 60;

/**
 * Stops the server: connections are closed, what is committed stays. pg_ctl runs as the server's
 * owner, so a forged process number in postmaster.pid can end no process but the owner's.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const { failed, output } = await runProgram(cluster, "pg_ctl", [
    "stop",
    ...["-D", dataFolderArgument(cluster)],
    ...["-m", "fast"],
    ...["-t", String(stopTimeoutSeconds)],
  ]);
  if (!failed) return;
  throw new EmbeddedDatabaseError(
    "stop_failed",
    `Meetbot's own database did not stop; its log is ${cluster.logFile}. Nothing is lost, and the next start finds it. pg_ctl says:\n${output}`,
  );
}
