import type { Logger } from "pino";
import { type QueueWork, startQueueWork } from "../store/notifications/start-queue-work.ts";
import type { PushStore } from "../store/push/push-store.ts";
import type { NotificationLease } from "../store/push/take-notification.ts";
import { type ResolveDeps, resolveOrder } from "./resolve-order.ts";
import { type TellDeps, tellUnder } from "./tell-lease.ts";

/** What the work of telling needs. */
export interface NotificationsDeps extends TellDeps, ResolveDeps {
  pushes: PushStore;
  log: Logger;
}

/** So many are in hand at once, few enough that turns have their part of the database and of each shop. */
const atOnce = 8;
const atOnceOfOneBot = 4;

/** What is held is looked through so often; a visit does not wait for it. */
const releaseEveryMs = 10_000;

/** Tells customers what shops push, as soon as they may be told. */
export function startNotifications(deps: NotificationsDeps): QueueWork {
  const { pushes, log } = deps;
  const inHand = new Map<string, number>();
  let releasedAt = Number.NEGATIVE_INFINITY;
  const count = (botId: string, by: number) => {
    const left = (inHand.get(botId) ?? 0) + by;
    if (left === 0) inHand.delete(botId);
    else inHand.set(botId, left);
  };
  const resolving = startQueueWork({
    name: "pushes of parcels",
    atOnce: atOnceOfOneBot,
    take: pushes.takeUnresolved,
    async work(push) {
      await resolveOrder(push, deps);
      telling.wake();
    },
    log,
  });
  const telling = startQueueWork<NotificationLease>({
    name: "notifications",
    atOnce,
    log,
    async prepare() {
      await pushes.noteOpenChats(deps.isOpen);
      if (deps.now() - releasedAt < releaseEveryMs) return;
      releasedAt = deps.now();
      await pushes.releaseDue();
    },
    async take() {
      const busy = [...inHand].filter(([, held]) => held >= atOnceOfOneBot).map(([id]) => id);
      const lease = await pushes.take(busy);
      if (lease) count(lease.botId, 1);
      return lease;
    },
    async work(lease) {
      try {
        const how = await tellUnder(lease, deps);
        if (!how) return;
        await pushes.end(lease, how);
        deps.onTold(how.state, how.because ?? null);
      } finally {
        count(lease.botId, -1);
      }
    },
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
