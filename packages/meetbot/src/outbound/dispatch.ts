import type { Logger } from "pino";
import type { Graph } from "../channels/messenger/graph/graph.ts";
import type { Bot } from "../model/bot/bot.ts";
import type { ConnectedPage } from "../model/channel-fact.ts";
import type { ConversationRef } from "../model/conversation/conversation-ref.ts";
import type { ChannelLinks } from "../store/channel-links/channel-links.ts";
import type { Outbox, OutboxLease } from "../store/outbox/outbox-lease.ts";
import { startWork, type Work } from "../turn/start-work.ts";
import { compose } from "./compose.ts";
import { type NextStep, nextStep, type SendingEnd } from "./next-step.ts";
import { type Attempt, sendPart } from "./send-part.ts";

/** Whose messages are sent, and through which page. */
export interface Sender {
  bot: Bot;
  page: ConnectedPage;
}

/** What a dispatcher needs. */
export interface DispatcherParts {
  outbox: Outbox;
  pages: Pick<ChannelLinks, "pause" | "stop">;
  /** `null`: no page is connected any more. */
  senderFor(botId: string): Promise<Sender | null>;
  graph: Graph;
  /** Unix milliseconds: what may be seen of a reply is judged when it is sent. */
  now(): number;
  /** From 0 to 1, for waits that do not end all at once. */
  random(): number;
  onSent(end: SendingEnd): void;
  log: Logger;
}

export type Dispatcher = Work<OutboxLease>;

/** Sends what turns have put into the outbox, each conversation's messages in order and one at a time. */
export function startDispatcher(parts: DispatcherParts): Dispatcher {
  return startWork<OutboxLease>({
    name: "sending",
    due: parts.outbox.due,
    workIn: (ref, inHand, isStopped) => sendAll(parts, ref, inHand, isStopped),
    log: parts.log,
  });
}

/** Sends part after part until nothing more may be sent in this conversation now. */
async function sendAll(
  parts: DispatcherParts,
  ref: ConversationRef,
  inHand: OutboxLease | null,
  isStopped: () => boolean,
): Promise<void> {
  for (let taken = inHand ?? (await parts.outbox.take(ref)); taken; ) {
    const sender = await parts.senderFor(ref.botId);
    const { lease, attempt } = await attemptUnder(taken, sender, parts);
    const step = nextStep(lease, attempt, parts.random());
    // First of all: what is sent for the page meanwhile would meet the same.
    if (step.page && sender) await tellPage(parts, sender, step.page);
    if (step.end) parts.onSent(step.end);
    if (step.failure) {
      const { botId: bot, conversationId: conversation, seq } = lease;
      parts.log[step.isOver ? "error" : "warn"](
        { bot, conversation, message: seq, ...step.failure },
        step.isOver ? "a message was given up" : "a message was not sent",
      );
    }
    const { next, more } = await record(lease, step.record, parts.outbox, isStopped);
    taken = next ?? (more && !isStopped() ? await parts.outbox.take(ref) : null);
  }
}

/** What became of the next part, and up to which message it says what was to be said. */
async function attemptUnder(
  lease: OutboxLease,
  sender: Sender | null,
  parts: DispatcherParts,
): Promise<{ lease: OutboxLease; attempt: Attempt }> {
  if (!sender) return { lease, attempt: { kind: "no_page" } };
  const composed = await compose(lease, sender.bot, parts);
  if (!composed) return { lease, attempt: { kind: "overwritten" } };
  return { lease: composed.lease, attempt: await sendPart(composed, sender.page, parts.graph) };
}

/** Writes down how it came out: what may be sent next, where it is taken already, and whether there is more. */
async function record(
  lease: OutboxLease,
  how: NextStep["record"],
  outbox: Outbox,
  isStopped: () => boolean,
): Promise<{ more: boolean; next: OutboxLease | null }> {
  switch (how.kind) {
    case "sent":
      return outbox.noteSent(lease, !isStopped());
    case "given_up":
      return { ...(await outbox.giveUp(lease, how)), next: null };
    case "proceed": {
      const isOurs = await outbox.proceed(lease, how.progress);
      return { more: isOurs && how.progress.after === 0, next: null };
    }
  }
}

async function tellPage(
  { pages, log }: DispatcherParts,
  { bot: { id: botId }, page }: Sender,
  verdict: NonNullable<ReturnType<typeof nextStep>["page"]>,
): Promise<void> {
  const { failure } = verdict;
  if (verdict.kind === "pause") {
    await pages.pause(botId, verdict.forMs, failure);
    log.warn({ bot: botId, forMs: verdict.forMs, ...failure }, "Meta asks the page to wait");
  } else if (await pages.stop(botId, page.connectedAt, verdict)) {
    const why = { bot: botId, reason: verdict.reason, ...failure };
    log.error(why, "the page was stopped: see `meetbot channel messenger status`");
  }
}
