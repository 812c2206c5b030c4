import type { Logger } from "pino";
import {
  type QueueWork,
  startQueueWork,
} from "../../../platform/change-signals/start-queue-work.ts";
import type { DueWork } from "../../../store/due-work/due-work.ts";
import { type Tracer, traceOf } from "../../../tracing/tracer.ts";
import type { NotificationLease } from "../store/claim-notification.ts";
import type { PushStore } from "../store/push-store.ts";
import { type ResolveDeps, resolveOrder } from "./resolve-order.ts";
import { type TellDeps, tellUnder } from "./tell-lease.ts";

/** What processing notifications requires. */
export interface NotificationsDeps extends TellDeps, ResolveDeps {
  pushes: PushStore;
  dueWork: DueWork;
  tracer: Tracer;
  log: Logger;
}

/** How many notifications run at once: few enough to leave turns their share of the database and of each shop. */
const atOnce = 8;
const atOnceOfOneBot = 4;

/** How often held updates are checked; a visit releases them at once. */
const releaseEveryMs = 10_000;

/** Sends customers the updates that shops push, as soon as they may be sent. */
export function startNotifications(deps: NotificationsDeps): QueueWork {
  const { pushes, dueWork, tracer, log } = deps;
  let releasedAt = Number.NEGATIVE_INFINITY;
  const [resolved, told] = [createShares(), createShares()];
  const resolving = startQueueWork({
    name: "pushes of parcels",
    isDue: () => dueWork.has("parcelPushes"),
    atOnce,
    take: () => resolved.take(pushes.claimUnresolved),
    work: (push) =>
      resolved.end(push, () =>
        tracer.under(traceOf(push.said), { name: "resolve push", kind: "consumer" }, async () => {
          await resolveOrder(push, deps);
          telling.wake();
        }),
      ),
    log,
  });
  const telling = startQueueWork<NotificationLease>({
    name: "notifications",
    isDue: () => dueWork.has("notifications"),
    atOnce,
    log,
    async prepare() {
      await pushes.signalOpenChats(deps.isOpen);
      if (deps.now() - releasedAt < releaseEveryMs) return;
      releasedAt = deps.now();
      await pushes.releaseDue();
    },
    take: () => told.take(pushes.take),
    work: (lease) =>
      told.end(lease, () =>
        tracer.under(traceOf(lease.said), { name: "notification", kind: "consumer" }, async () => {
          const how = await tellUnder(lease, deps);
          if (how) {
            await pushes.end(lease, how);
            deps.onTold(how.state, how.because ?? null);
          }
          await pushes.forgetHint(lease);
        }),
      ),
  });
  return {
    wake() {
      telling.wake();
      resolving.wake();
    },
    async stop() {
      await resolving.stop();
      await telling.stop();
    },
  };
}

/** Limits each bot's share of the running work, so that a slow shop does not delay the others. */
function createShares() {
  const inHand = new Map<string, number>();
  const count = (botId: string, by: number) => {
    const left = (inHand.get(botId) ?? 0) + by;
    if (left === 0) inHand.delete(botId);
    else inHand.set(botId, left);
  };
  return {
    async take<Lease extends { botId: string }>(
      takeBut: (busyBots: readonly string[]) => Promise<Lease | null>,
    ): Promise<Lease | null> {
      const busy = [...inHand].filter(([, held]) => held >= atOnceOfOneBot).map(([id]) => id);
      const lease = await takeBut(busy);
      if (lease) count(lease.botId, 1);
      return lease;
    },
    async end({ botId }: { botId: string }, work: () => Promise<void>): Promise<void> {
      try {
        await work();
      } finally {
        count(botId, -1);
      }
    },
  };
}
