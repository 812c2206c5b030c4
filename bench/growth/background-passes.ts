import type { Store } from "../../packages/meetbot/src/store/store.ts";

/** What a node does by itself, and how often: each statement that it sends while nobody writes. */
export function backgroundPasses(store: Store): Record<string, () => Promise<unknown>> {
  const { alerts, assignments, bridges, channels, desk, mailbox, pushes, waiting, webPush } = store;
  return {
    "forget what has expired, 10 min": () => store.forgetExpired(),
    "count quarters, 1 min": () => store.overview.tally(),
    "nobody came, 15 s": () => desk.waitingFor(15, 200),
    "deal what waits, 15 s": async () => {
      await assignments.freeOfLapsed();
      await assignments.freeOfUnable();
      await assignments.heldByUnable(200);
      await assignments.dueBots();
    },
    "count waits, 5 s": () => waiting.endedWaits(200),
    "ask for ratings, 5 s": () => waiting.dueRatings(50, 6),
    "mail answers, 5 s": () => waiting.claimReplyMails(10),
    "turns due, 1 s": () => mailbox.due(8),
    "messages due, 1 s": () => channels.outbox.due(8),
    "alerts, 1 s": async () => {
      await alerts.queue.spread();
      await alerts.queue.skipSeen();
      await alerts.queue.take();
    },
    "pushes to operators, 1 s": () => webPush.queue.take(),
    "another desk, 1 s": async () => {
      await bridges.queue.spread();
      await bridges.queue.take();
    },
    "pushes of parcels, 1 s": () => pushes.claimUnresolved([]),
    "notifications, 1 s": async () => {
      await pushes.signalOpenChats(() => false);
      await pushes.take([]);
    },
    "held notifications, 10 s": () => pushes.releaseDue(),
    "push status, 1 s": () => pushes.claimPushStatus(),
    "pictures, 5 s": () => store.pictureFetches.take(),
    "clock and state, 30 s": () => store.ping(),
  };
}
