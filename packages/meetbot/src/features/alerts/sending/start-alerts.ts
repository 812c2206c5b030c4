import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Logger } from "pino";
import {
  type QueueWork,
  startQueueWork,
} from "../../../platform/change-signals/start-queue-work.ts";
import type { DueWork } from "../../../store/due-work/due-work.ts";
import type { AlertMeans, AlertOutcome } from "../form/alert.ts";
import { alertWays } from "../kinds/alert-ways.ts";
import type { AlertLease, AlertQueue } from "../store/alert-queue.ts";
import type { QueuedEvent } from "../store/mail-digest.ts";
import { type AlertSource, composeAlert, composeWaiting } from "./compose-alert.ts";
import { nextTry } from "./next-try.ts";

/** The dependencies for sending alerts. */
export interface AlertsDeps extends AlertMeans {
  queue: AlertQueue;
  dueWork: DueWork;
  botOf(botId: string): Promise<Pick<Bot, "id" | "name"> | null>;
  /** Returns the text of one message; `null` when it can no longer be read. */
  textOf(ref: ConversationRef, seq: number): Promise<string | null>;
  publicUrl: string | null;
  /** From 0 to 1. */
  random(): number;
  onSent(kind: AlertLease["kind"], outcome: AlertEnd): void;
  log: Logger;
}

/** The outcome of a delivery attempt, for the metrics. */
export type AlertEnd = AlertOutcome["kind"] | "given_up" | "stopped";

/** Sends alerts to the team, one at a time for each destination. */
export function startAlerts(deps: AlertsDeps): QueueWork {
  const sending = startQueueWork<AlertLease>({
    name: "alerts",
    isDue: () => deps.dueWork.has("alerts"),
    async prepare() {
      await deps.queue.spread();
      await deps.queue.skipSeen();
    },
    take: deps.queue.take,
    async work(lease) {
      const restMs = await sendUnder(lease, deps);
      // The destination's other alerts are due then, and nothing else wakes the queue.
      if (restMs !== null) setTimeout(sending.wake, restMs).unref();
    },
    log: deps.log,
  });
  return sending;
}

/** Returns how long to wait before the destination's next alert if this one was sent; otherwise `null`. */
async function sendUnder(lease: AlertLease, deps: AlertsDeps): Promise<number | null> {
  const { kind, botId, destinationId, tries } = lease;
  const bot = await deps.botOf(botId);
  if (!bot) return null;
  const way = alertWays[kind];
  const read = async (event: QueuedEvent): Promise<AlertSource> => ({
    ...{ ...event, locale: lease.locale, bot, publicUrl: deps.publicUrl },
    id: `evt_${event.eventId}_${destinationId}`,
    text: await textOf(event, lease, deps),
  });
  const first = await read(lease);
  const sendAll = async (all: NonNullable<typeof way.sendAll>) => {
    const others = await Promise.all(lease.gathered.map(read));
    return all([composeAlert(first), ...others.map(composeAlert)], lease.secrets, deps);
  };
  const outcome = way.sendAll
    ? await sendAll(way.sendAll)
    : await way.send(composeWaiting(first, lease.gathered.length), lease.secrets, deps);
  const how = nextTry(outcome, { tries, perMinute: way.perMinute, random: deps.random() });
  const recorded = await deps.queue.record(lease, how);
  deps.onSent(kind, how.kind === "given_up" ? how.kind : outcome.kind);
  if (how.kind === "sent") return how.restMs;
  // The log omits the destination's response, which may contain anything: only users who may see the destination see
  // it.
  const facts = { bot: botId, destination: destinationId, kind, httpStatus: outcome.httpStatus };
  deps.log.warn({ ...facts, tries: tries + 1 }, "an alert was not sent");
  if (!recorded?.stopped) return null;
  deps.onSent(kind, "stopped");
  deps.log.error(
    { ...facts, reason: recorded.stopped },
    "a destination of alerts was switched off: see Notifications in the console",
  );
  return null;
}

async function textOf(
  { conversationId, type, facts }: QueuedEvent,
  { botId, withText }: AlertLease,
  { textOf }: AlertsDeps,
): Promise<string | null> {
  if (!withText || conversationId === null || type !== "message.created") return null;
  const seq = Number(facts.seq);
  return Number.isSafeInteger(seq) ? textOf({ botId, conversationId }, seq) : null;
}
