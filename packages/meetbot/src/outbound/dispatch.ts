import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Logger } from "pino";
import type { ChannelLinks } from "../store/channel-links/channel-links.ts";
import type { DueWork } from "../store/due-work/due-work.ts";
import type { Outbox } from "../store/outbox/outbox.ts";
import type { OutboxLease } from "../store/outbox/outbox-lease.ts";
import { idsOnly, type Span, type SpanFacts, type Tracer, traceOf } from "../tracing/tracer.ts";
import { startWork, type Work } from "../turn/work/start-work.ts";
import { compose } from "./compose.ts";
import { type NextStep, nextStep, type Rules, type SendingEnd } from "./next-step.ts";
import { type Attempt, type Passing, sendPart } from "./send-part.ts";
import type { Sender, SenderFor } from "./sender.ts";

/** The dependencies of a dispatcher. */
export interface DispatcherDeps {
  outbox: Outbox;
  dueWork: DueWork;
  links: Pick<ChannelLinks, "pause" | "stop" | "note">;
  senderFor: SenderFor;
  noteOf: Passing["noteOf"];
  /** Unix milliseconds. What a reply may show is decided when it is sent. */
  now(): number;
  /** Returns a number from 0 to 1, to spread out the ends of waits. */
  random(): number;
  onSent(channel: string, end: SendingEnd): void;
  /** Traces each message under the id of the request that caused it; without a tracer, there are only ids. */
  tracer?: Tracer;
  log: Logger;
}

export type Dispatcher = Work<OutboxLease>;

/** Sends the messages that turns put into the outbox: each conversation's in order, one at a time. */
export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  return startWork<OutboxLease>({
    name: "sending",
    isDue: () => deps.dueWork.has("sending"),
    due: deps.outbox.due,
    workIn: (ref, inHand, isStopped) => sendAll(deps, ref, inHand, isStopped),
    log: deps.log,
  });
}

/** Sends part after part until nothing more may be sent in this conversation now. */
async function sendAll(
  deps: DispatcherDeps,
  ref: ConversationRef,
  inHand: OutboxLease | null,
  isStopped: () => boolean,
): Promise<void> {
  for (let taken = inHand ?? (await deps.outbox.take(ref)); taken; ) {
    const lease = taken;
    const { tracer = idsOnly } = deps;
    const start = { name: "send", kind: "consumer", facts: factsOf(lease) } as const;
    taken = await tracer.under(traceOf(lease.reply ?? {}), start, (span) =>
      sendOne(deps, ref, lease, isStopped, span),
    );
  }
}

/** Returns the attributes of a message's span: only ids. */
const factsOf = ({ botId, conversationId, channel, seq }: OutboxLease): SpanFacts => ({
  ...{ "meetbot.bot": botId, "meetbot.conversation": conversationId },
  ...{ "meetbot.channel": channel, "meetbot.message": seq },
});

/** Sends one part; the lease of the next one, null: nothing more may be sent in this conversation now. */
async function sendOne(
  deps: DispatcherDeps,
  ref: ConversationRef,
  taken: OutboxLease,
  isStopped: () => boolean,
  span: Span,
): Promise<OutboxLease | null> {
  const { channel } = taken;
  const sender = await deps.senderFor({ botId: ref.botId, channel });
  const { lease, attempt } = await attemptUnder(taken, sender, deps);
  const step = nextStep(lease, attempt, deps.random(), sender?.channel ?? nobody);
  // Record this first: other messages sent over the link in the meantime would fail in the same way.
  if (step.link && sender) await recordOnLink(deps, sender, step.link);
  const { botId: bot, conversationId: conversation, seq } = lease;
  if (step.end) {
    deps.onSent(channel, step.end);
    span.set({ "meetbot.outcome": step.end });
    deps.log.debug(
      { bot, conversation, channel, message: seq, end: step.end },
      "a message was sent",
    );
  }
  if (step.failure) {
    span.fail();
    deps.log[step.isOver ? "error" : "warn"](
      { bot, conversation, message: seq, ...step.failure },
      step.isOver ? "a message was given up" : "a message was not sent",
    );
  }
  const { next, more } = await record(lease, step.record, deps.outbox, isStopped);
  return next ?? (more && !isStopped() ? await deps.outbox.take(ref) : null);
}

/** Without a connected link, nothing is sent, so no answer can be lost. */
const nobody: Rules = { lostAnswers: "send_again", rateLimits: "link" };

/** Attempts to send the next part; returns the outcome, and the lease of the last message that the part covers. */
async function attemptUnder(
  lease: OutboxLease,
  sender: Sender | null,
  deps: DispatcherDeps,
): Promise<{ lease: OutboxLease; attempt: Attempt }> {
  if (!sender) return { lease, attempt: { kind: "no_page" } };
  const composed = await compose(lease, { ...deps, ...sender });
  const passing = { noteOf: deps.noteOf, isWaiting: deps.outbox.isWaiting };
  if (!composed) return { lease, attempt: { kind: "overwritten" } };
  return { lease: composed.lease, attempt: await sendPart(composed, sender, passing) };
}

/** Stores the result. Returns the next lease, if already claimed, and whether there is more to send. */
async function record(
  lease: OutboxLease,
  how: NextStep["record"],
  outbox: Outbox,
  isStopped: () => boolean,
): Promise<{ more: boolean; next: OutboxLease | null }> {
  switch (how.kind) {
    case "sent":
      return outbox.markSent(lease, !isStopped());
    case "passed":
      await outbox.markPassed(lease);
      return { more: false, next: null };
    case "given_up":
      return { ...(await outbox.giveUp(lease, how)), next: null };
    case "proceed": {
      const isOurs = await outbox.proceed(lease, how.progress);
      return { more: isOurs && how.progress.after === 0, next: null };
    }
  }
}

async function recordOnLink(
  { links, log }: DispatcherDeps,
  { bot: { id: botId }, channel: { name: channel, link: side }, link }: Sender,
  verdict: NonNullable<NextStep["link"]>,
): Promise<void> {
  const { failure } = verdict;
  const on = { botId, channel };
  if (verdict.kind === "note") {
    await links.note(on, failure);
  } else if (verdict.kind === "pause") {
    await links.pause(on, verdict.forMs, failure);
    const why = { bot: botId, channel, forMs: verdict.forMs, ...failure };
    log.warn(why, `the ${side.noun} has to wait: the platform asks for it`);
  } else if (await links.stop(on, link.connectedAt, verdict)) {
    const why = { bot: botId, channel, reason: verdict.reason, ...failure };
    log.error(why, `the ${side.noun} was stopped: see \`meetbot channel ${channel} status\``);
  }
}
