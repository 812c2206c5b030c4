import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./embedded-database-error.ts";
import { type Launch, launch } from "./launch.ts";
import { isServing, readPostmasterFile, removeStaleFiles } from "./postmaster-file.ts";
import { appear, type Presence } from "./presence.ts";

/** Recovery after a crash reads the log of the last minutes; pg_ctl waits as long by default. */
const joinTimeoutMs = 60_000;

/** A start takes about 50 ms; looking more often would only take its processor time. */
const lookAgainMs = 10;

/**
 * Joins the server of a cluster: the one that runs, or else one it launches. Needs no lock of its
 * own, for PostgreSQL lets only one server have a cluster: of several processes that launch at
 * once, one succeeds and the others find its server on their next look.
 */
export async function join(cluster: Cluster): Promise<Presence> {
  const deadline = Date.now() + joinTimeoutMs;
  let launched: Launch | null = null;
  while (Date.now() < deadline) {
    const file = await readPostmasterFile(cluster);
    const presence = file && (await appear(cluster, file.address));
    if (presence) return presence;

    const state = await launched?.check();
    if (state !== "running" && !(file && (await isServing(cluster, file)))) {
      if (file) await removeStaleFiles(cluster, file);
      launched = await launch(cluster, file?.address ?? null);
    }
    await delay(lookAgainMs);
  }
  throw new EmbeddedDatabaseError(
    "start_timeout",
    `Meetbot's own database did not answer within ${joinTimeoutMs / 1000} s. If it recovers from a crash, wait and start again; its log ${cluster.logFile} says what it does.`,
  );
}
