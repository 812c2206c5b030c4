import { setTimeout as delay } from "node:timers/promises";
import type { Logger } from "pino";
import { type Address, releaseAddress } from "../cluster/address.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { stopServer } from "../server/stop-server.ts";
import { join } from "./join.ts";
import type { Presence } from "./presence.ts";

/** A process's stay with a server, from its start to its end. */
export interface Stay {
  address: Address;
  /** Leaves; the last one to leave stops the server. */
  end(): Promise<void>;
}

/** Between two attempts to get a lost server back: soon enough to help, seldom enough to log. */
const joinAgainMs = 1_000;

/**
 * Joins the server and stays connected. If the server is killed, it is restarted at the same address, where this
 * process's pools find it on their next query.
 */
export async function stay(cluster: Cluster, log: Pick<Logger, "warn">): Promise<Stay> {
  const first = await join(cluster);
  let presence: Promise<Presence | null> = Promise.resolve(first);
  let ending: Promise<void> | null = null;
  const leaving = new AbortController();

  async function joinAgain(): Promise<Presence | null> {
    while (ending === null) {
      try {
        return watch(await join(cluster));
      } catch (error) {
        log.warn({ err: error }, "database not started again");
        // Neither a process that is done nor one that stops waits for this.
        const pause = { ref: false, signal: leaving.signal };
        await delay(joinAgainMs, undefined, pause).catch(() => {});
      }
    }
    return null;
  }

  function watch(joined: Presence): Presence {
    joined.lost.then(() => {
      if (ending) return;
      log.warn({ log: cluster.logFile }, "database lost");
      presence = joinAgain();
    });
    return joined;
  }

  async function leave(): Promise<void> {
    leaving.abort();
    const last = await presence;
    if (last === null) return;
    try {
      if (!(await last.leave())) return;
      await stopServer(cluster);
      await releaseAddress(cluster, first.address);
    } finally {
      last.close();
    }
  }

  watch(first);
  return { address: first.address, end: () => (ending ??= leave()) };
}
