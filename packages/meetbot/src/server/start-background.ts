import type { Logger } from "pino";
import {
  type NotificationsDeps,
  startNotifications,
} from "../features/customer-updates/sending/start-notifications.ts";
import {
  type PushStatusDeps,
  startPushStatus,
} from "../features/customer-updates/sending/start-push-status.ts";
import type { OutsideWay } from "../features/customer-updates/sending/tell-lease.ts";
import { createTellByEmail } from "../features/customer-updates/ways/tell-by-email.ts";
import { createTellByWebPush } from "../features/customer-updates/ways/tell-by-web-push.ts";
import type { Bot } from "../model/bot/bot.ts";
import type { ConversationRef } from "../model/conversation/conversation-ref.ts";
import type { Mailer } from "../model/mail.ts";
import type { DeskMoves } from "../operations/desk/desk-moves.ts";
import type { DeskUpkeep } from "../operations/desk/desk-upkeep.ts";
import { startDeskUpkeep } from "../operations/desk/start-desk-upkeep.ts";
import { startDatabaseWatch } from "../operations/start-database-watch.ts";
import { startMaintenance } from "../operations/start-maintenance.ts";
import { startWaiting } from "../operations/waiting/start-waiting.ts";
import type { Store } from "../store/store.ts";
import type { Tracer } from "../tracing/tracer.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Agents } from "./metrics/watch-calls.ts";

export interface BackgroundDeps {
  store: Store;
  deskMoves: DeskMoves;
  deskUpkeep: DeskUpkeep;
  botOf(botId: string): Promise<Bot | null>;
  agents: Agents;
  mailer: Mailer | null;
  publicUrl: string | null;
  wakeWorker(ref: ConversationRef): void;
  /** Whether the customer has the chat open on this node. */
  isOpen(ref: ConversationRef): boolean;
  askShop: NotificationsDeps["askShop"];
  askShopOf: NotificationsDeps["askShopOf"];
  windowOf: NotificationsDeps["windowOf"];
  tellShop: PushStatusDeps["tellShop"];
  tellByTemplate: OutsideWay["tell"];
  metrics: Metrics;
  tracer: Tracer;
  log: Logger;
}

/** Starts what a node does though nobody asks at the moment: telling people and desks, waiting, forgetting. */
export function startBackground(deps: BackgroundDeps): {
  wakeNotifications(): void;
  stop(): Promise<void>;
} {
  const { store, deskMoves, deskUpkeep, botOf, agents, mailer, metrics, log } = deps;
  const { dueWork } = store;
  const publicUrl = deps.publicUrl?.replace(/\/$/, "") ?? null;
  const outside = { ...store, botOf, publicUrl };
  const ways: OutsideWay[] = [
    { way: "template", tell: deps.tellByTemplate },
    {
      way: "web_push",
      tell: createTellByWebPush({ ...outside, agent: agents.web_push, now: Date.now }),
    },
    { way: "email", tell: createTellByEmail({ ...outside, mailer }) },
  ];
  const notifications = startNotifications({
    ...{ pushes: store.pushes, dueWork, botOf, askShop: deps.askShop, askShopOf: deps.askShopOf },
    ...{ windowOf: deps.windowOf, isOpen: deps.isOpen, ways, wakeWorker: deps.wakeWorker },
    ...{ now: Date.now, onTold: metrics.onNotification, tracer: deps.tracer, log },
  });
  const works = [
    notifications,
    startPushStatus({ pushes: store.pushes, dueWork, tellShop: deps.tellShop, log }),
    startMaintenance(store, deskMoves, log),
    startDatabaseWatch(store, log),
    startDeskUpkeep(deskUpkeep, dueWork, log),
    startWaiting({
      ...{
        waiting: store.waiting,
        mailbox: store.mailbox,
        dueWork,
        botOf,
        wakeWorker: deps.wakeWorker,
      },
      onWait: metrics.onWait,
      replyMails: mailer && publicUrl ? { ...store, mailer, botOf, log, publicUrl } : null,
      log,
    }),
  ];
  return {
    wakeNotifications: notifications.wake,
    async stop() {
      for (const work of works) await work.stop();
    },
  };
}
