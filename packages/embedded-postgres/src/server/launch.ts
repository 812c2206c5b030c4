import { type ChildProcess, spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { type Address, chooseAddress, releaseAddress } from "../cluster/address.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { dataFolderArgument, programOptions, programPath } from "../cluster/run-program.ts";
import { fixedSettings } from "../cluster/settings.ts";

/** What PostgreSQL logs when another server uses the data, or a killed one has not fully ended. */
const stillTaken = /already exists|still in use|is empty/;

/** Number of log lines shown in an error: the last few explain a failed start. */
const logTailLines = 15;

/** A server that is starting. */
export interface Launch {
  /** Throws if the server has ended for a reason that waiting will not cure. */
  check(): Promise<"running" | "taken">;
}

/**
 * Starts a server and detaches it: it runs in its own process group, so that Ctrl-C in the terminal does not reach it,
 * and holds no open files of this process. To find out whether it is ready, connect.
 */
export async function launch(cluster: Cluster, last: Address | null): Promise<Launch> {
  const address = await chooseAddress(cluster, last);
  const log = await open(cluster.logFile, "a", 0o600);
  const { size } = await log.stat();
  const settings = fixedSettings(cluster, address).flatMap((setting) => ["-c", setting]);
  const child = spawn(
    programPath(cluster, "postgres"),
    ["-D", dataFolderArgument(cluster), ...settings],
    { ...programOptions(cluster), detached: true, stdio: ["ignore", log.fd, log.fd] },
  );
  child.unref();
  const failure = new Promise<Error>((resolve) => child.once("error", resolve));
  await log.close();

  return {
    async check() {
      if (child.pid === undefined) throw startFailed(cluster, "", await failure);
      if (!hasEnded(child)) return "running";
      await releaseAddress(cluster, address);
      const said = (await readFile(cluster.logFile)).subarray(size).toString();
      if (!stillTaken.test(said)) throw startFailed(cluster, said);
      return "taken";
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function startFailed({ logFile }: Cluster, said: string, cause?: Error): EmbeddedDatabaseError {
  const tail = said.trim().split("\n").slice(-logTailLines).join("\n");
  return new EmbeddedDatabaseError(
    "start_failed",
    `Meetbot's own database did not start. Correct what it names and start again; its log is ${logFile}. PostgreSQL says:\n${tail || cause?.message}`,
    { cause },
  );
}
