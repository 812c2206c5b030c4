import type { StoreLog } from "../postgres/store-log.ts";
import { createSignal } from "./signal.ts";

/** How often to look for work that no wake-up announced. */
const pollEveryMs = 1_000;

/** How many items one node works on at once. */
const defaultAtOnce = 8;

/** Work stored in a database table, from which nodes claim it by lease. */
export interface QueueToWork<Lease> {
  /** For the log. */
  name: string;
  /** Checks whether anything may be due, from any source; called when no wake-up came. */
  isDue(): Promise<boolean>;
  /** Runs before work is leased, for example to create work from events. */
  prepare?(): Promise<void>;
  /** Leases the work that has been due longest; `null` if nothing is due. */
  take(): Promise<Lease | null>;
  /** Does the work and records how it ended: unfinished work is retried when its lease ends. */
  work(lease: Lease): Promise<void>;
  log: StoreLog;
  atOnce?: number;
  everyMs?: number;
}

/** The work that this node claims from a queue. */
export interface QueueWork {
  /** Signals that work may be due. */
  wake(): void;
  /** Claims nothing new; resolves when the running work is done. */
  stop(): Promise<void>;
}

/** Works on a queue that all nodes share: several items at once, and none twice while its lease lasts. */
export function startQueueWork<Lease>(queue: QueueToWork<Lease>): QueueWork {
  const { name, log, atOnce = defaultAtOnce, everyMs = pollEveryMs } = queue;
  const signal = createSignal();
  const inHand = new Set<Promise<void>>();
  let isStopped = false;

  const begin = (lease: Lease) => {
    const working = queue
      .work(lease)
      .catch((error: unknown) => log.warn({ reason: String(error) }, `work of ${name} failed`))
      .finally(() => {
        inHand.delete(working);
        signal.raise();
      });
    inHand.add(working);
  };
  const look = async (isTold: boolean) => {
    if (!isTold && !(await queue.isDue())) return;
    await queue.prepare?.();
    while (!isStopped && inHand.size < atOnce) {
      const lease = await queue.take();
      if (lease === null) return;
      begin(lease);
    }
  };
  const looking = (async () => {
    for (let isTold = false; !isStopped; ) {
      await look(isTold).catch((error: unknown) =>
        log.warn({ reason: String(error) }, `${name} could not be looked through`),
      );
      if (!isStopped) isTold = await signal.raised(everyMs);
    }
  })();
  return {
    wake: signal.raise,
    async stop() {
      isStopped = true;
      signal.raise();
      await looking;
      await Promise.all(inHand);
    },
  };
}
