import { setTimeout as delay } from "node:timers/promises";
import type { Cluster } from "../cluster/cluster.ts";
import { EmbeddedDatabaseError } from "../cluster/embedded-database-error.ts";
import { type Launch, launch } from "../server/launch.ts";
import { isServing, readPostmasterFile, removeStaleFiles } from "../server/postmaster-file.ts";
import { appear, type Presence } from "./presence.ts";

/** Recovery after a crash replays the last minutes; PostgreSQL's own pg_ctl waits as long. */
const joinTimeoutMs = 60_000;

/** A start takes about 50 ms; checking more often would only take processor time from it. */
const lookAgainMs = 10;

/** Retry interval until a conflicting server has stopped, or the remains of a killed one are gone. */
const launchAgainMs = 100;

/**
 * Joins the server of a cluster: the running one, or else one that this call launches. Needs no lock of its own,
 * because PostgreSQL lets only one server have a cluster: of several processes that launch at once, one succeeds, and
 * the others find its server when they look again. Throws an {@link EmbeddedDatabaseError} if a server that it launched
 * ends for good, or if none answers within a minute.
 */
export async function join(cluster: Cluster): Promise<Presence> {
  const deadline = Date.now() + joinTimeoutMs;
  let launched: Launch | null = null;
  while (Date.now() < deadline) {
    const file = await readPostmasterFile(cluster);
    const presence = file?.ready ? await appear(cluster, file.address) : null;
    if (presence) return presence;

    const state = (await launched?.check()) ?? "none";
    const comingUp = state === "running" || (file !== null && (await isServing(cluster, file)));
    if (!comingUp) {
      if (file) await removeStaleFiles(cluster, file);
      if (state === "taken") await delay(launchAgainMs);
      launched = await launch(cluster, file?.address ?? null);
    }
    await delay(lookAgainMs);
  }
  throw new EmbeddedDatabaseError(
    "start_timeout",
    `Meetbot's own database did not answer within ${joinTimeoutMs / 1000} s. If it is recovering from a crash, wait and start again: its log ${cluster.logFile} says what it does.`,
  );
}
