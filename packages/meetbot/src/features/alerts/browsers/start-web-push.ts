import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Logger } from "pino";
import {
  type QueueWork,
  startQueueWork,
} from "../../../platform/change-signals/start-queue-work.ts";
import type { PushMeans } from "../../../platform/web-push/post-push.ts";
import type { DueWork } from "../../../store/due-work/due-work.ts";
import { nextTry } from "../sending/next-try.ts";
import type { AlertEnd } from "../sending/start-alerts.ts";
import type { PushLease, PushQueue } from "../store/push-queue.ts";
import { composePush } from "./compose-push.ts";
import { sendPush } from "./send-push.ts";

/** Devices get every web push at once; push services report when they receive too many. */
const perMinute = Number.POSITIVE_INFINITY;

/** The dependencies for sending web pushes. */
export interface WebPushDeps extends Omit<PushMeans, "contact"> {
  /** `null` when Meetbot can no longer send web pushes. */
  contact: string | null;
  queue: PushQueue;
  dueWork: DueWork;
  /** Makes pushes, and alerts, of the events that are new. */
  spread(): Promise<void>;
  botOf(botId: string): Promise<Pick<Bot, "id" | "name"> | null>;
  /** From 0 to 1. */
  random(): number;
  onSent(outcome: AlertEnd): void;
  log: Logger;
}

/** Notifies operators in their browsers. */
export function startWebPush(deps: WebPushDeps): QueueWork {
  return startQueueWork<PushLease>({
    name: "web push",
    isDue: () => deps.dueWork.has("webPush"),
    prepare: deps.spread,
    take: deps.queue.take,
    work: (lease) => pushUnder(lease, deps),
    log: deps.log,
  });
}

async function pushUnder(lease: PushLease, deps: WebPushDeps): Promise<void> {
  const { queue, botOf, onSent, log, random, contact } = deps;
  const { botId, deviceId, tries } = lease;
  const bot = lease.isNews ? await botOf(botId) : null;
  if (!bot || contact === null) return queue.record(lease, { kind: "no_news" });
  const outcome = await sendPush(composePush({ ...lease, bot }), lease.subscription, {
    ...deps,
    contact,
  });
  const how = nextTry(outcome, { tries, perMinute, random: random() });
  await queue.record(lease, how);
  onSent(how.kind === "given_up" ? how.kind : outcome.kind);
  if (outcome.kind === "sent") return;
  const facts = { bot: botId, device: deviceId, httpStatus: outcome.httpStatus };
  log.warn({ ...facts, outcome: outcome.kind, tries: tries + 1 }, "a push was not sent");
}
