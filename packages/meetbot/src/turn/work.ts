import type { Logger } from "pino";
import type { CodeDesk } from "../identity/code.ts";
import type { MerchantAnswer, Question } from "../model/ask.ts";
import type { Bot, BotSecrets } from "../model/bot.ts";
import type { Message } from "../model/conversation.ts";
import { type ConversationRef, refKey } from "../model/conversation-ref.ts";
import type { Delivery } from "../model/delivery.ts";
import type { EndpointHealth } from "../model/endpoint-health.ts";
import type { LinkShelf } from "../store/links/link-shelf.ts";
import type { Hints, Lease, Limits, Mailbox, Turn } from "../store/store.ts";
import { createPlaces, type Places } from "./places.ts";
import { apologize, takeTurn } from "./take-turn.ts";

/** How often the mailboxes are looked through for what no wake-up told of. */
const pollEveryMs = 500;

/** Who found no place is looked for as soon as one is left, but not for each that is left. */
const lookAgainAfterMs = 25;

/** A turn longer than this is noticed by a person. */
const slowAfterMs = 50;

/** Whoever waits longer is shown that an answer is coming; the web chat knows by itself. */
const lateAfterMs = 2500;

/** A lease lasts 3 s: renewed every second, two renewals may fail before it is lost. */
const renewEveryMs = 1000;

/** Where the shop's own pages do not vouch for their shoppers, these sign in there. */
const linkingChannels: ReadonlySet<string> = new Set(["messenger"]);

/** Who asks a merchant: a bot, with its secrets, and how its endpoint is doing. */
export interface Asker {
  bot: Bot;
  secrets: BotSecrets;
  health: EndpointHealth;
}

/** What a worker needs. */
export interface WorkerParts {
  mailbox: Mailbox;
  hints: Hints;
  botFor(botId: string): Promise<Asker | null>;
  askMerchant(
    asker: Asker,
    question: Question,
    signal: AbortSignal,
  ): Promise<{ answer: MerchantAnswer; delivery: Delivery }>;
  limits: Limits;
  links: LinkShelf;
  /** `null`: there is no mail server. */
  codes: CodeDesk | null;
  newToken(): string;
  onTurn(turn: { seconds: number; turn: Turn }): void;
  /** What the customer did and what the bot said to it stands in the transcript now. */
  onStored(ref: ConversationRef, messages: Message[]): void;
  /** A turn takes long; the signal says that it has ended. */
  onLate(ref: ConversationRef, ended: AbortSignal): void;
  /** A turn's replies wait to be sent. */
  onSendable(ref: ConversationRef): void;
  log: Logger;
}

/** A conversation's place on this node. Whoever takes it either works or leaves. */
export interface Place {
  /** Takes turns until the mailbox is empty, the first under a lease that is in hand, then leaves. */
  work(lease: Lease | null): void;
  leave(): void;
}

export interface Worker {
  /** Says that an event waits in a conversation. */
  wake(ref: ConversationRef): void;
  /** Null: the conversation has its place already, or this node has none for it. */
  takePlace(ref: ConversationRef): Place | null;
  /** Stops taking turns; resolves when those in hand are settled. */
  stop(): Promise<void>;
}

/** Takes the turns of all conversations, each conversation's in order and one at a time. */
export function startWorker(parts: WorkerParts): Worker {
  const working = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const places = createPlaces();
  let missed = false;
  let stopped = false;

  const takePlace = (ref: ConversationRef): Place | null => {
    const key = refKey(ref);
    if (stopped || working.has(key) || !places.take(ref.botId)) return null;
    const left = Promise.withResolvers<void>();
    working.set(key, left.promise);
    const leave = () => {
      working.delete(key);
      places.leave(ref.botId);
      left.resolve();
      if (again.delete(key)) wake(ref);
      if (missed) polling.lookSoon();
      missed = false;
    };
    const work = (lease: Lease | null) => {
      workOn(parts, ref, lease, () => stopped)
        .catch((error: unknown) => {
          parts.log.error({ err: error, conversation: ref.conversationId }, "turn not settled");
        })
        .finally(leave);
    };
    return { work, leave };
  };
  const wake = (ref: ConversationRef): void => {
    if (stopped) return;
    const place = takePlace(ref);
    if (place) place.work(null);
    else if (working.has(refKey(ref))) again.add(refKey(ref));
    else missed = true;
  };

  const polling = startPolling(parts, places, wake);
  return {
    wake,
    takePlace,
    async stop() {
      stopped = true;
      await polling.stop();
      await Promise.all(working.values());
    },
  };
}

function startPolling(
  { mailbox, log }: WorkerParts,
  places: Places,
  wake: (ref: ConversationRef) => void,
): { lookSoon(): void; stop(): Promise<void> } {
  let looking: Promise<void> | null = null;
  let soon: NodeJS.Timeout | undefined;
  const look = () => {
    looking ??= wakeDue(mailbox, places, wake)
      .catch((error: unknown) => log.warn({ err: error }, "mailboxes not looked through"))
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(look, pollEveryMs);
  return {
    lookSoon() {
      soon ??= setTimeout(() => {
        soon = undefined;
        look();
      }, lookAgainAfterMs);
    },
    async stop() {
      clearInterval(timer);
      clearTimeout(soon);
      await looking;
    },
  };
}

/**
 * Wakes what is due, the longest waiting first. Those of a bot that has all its places would hide
 * others, however many they are: behind them it is looked without that bot.
 */
async function wakeDue(
  mailbox: Mailbox,
  places: Places,
  wake: (ref: ConversationRef) => void,
): Promise<void> {
  const passedOver = new Set(places.full());
  for (;;) {
    const limit = places.free();
    if (limit === 0) return;
    const found = await mailbox.due(limit, [...passedOver]);
    for (const ref of found) wake(ref);
    const full = places.full().filter((botId) => !passedOver.has(botId));
    if (found.length < limit || full.length === 0) return;
    for (const botId of full) passedOver.add(botId);
  }
}

/**
 * Takes turns until the mailbox is empty, the conversation is someone else's, or the node stops: a turn
 * whose lease is in hand is taken all the same, for it would wait until that is over.
 */
async function workOn(
  parts: WorkerParts,
  ref: ConversationRef,
  inHand: Lease | null,
  isStopped: () => boolean,
): Promise<void> {
  const asker = await parts.botFor(ref.botId);
  for (let next = inHand; asker; next = null) {
    const lease = next ?? (isStopped() ? null : await parts.mailbox.take(ref));
    if (!lease) return;
    const startedAt = performance.now();
    // The customer's other windows show the question first where the answer takes its time.
    const slow = setTimeout(() => parts.hints.give(ref), slowAfterMs);
    let told: AbortController | undefined;
    const late = setTimeout(() => {
      told = new AbortController();
      parts.onLate(ref, told.signal);
    }, lateAfterMs);
    const turn = await turnUnder(lease, asker, parts).finally(() => {
      clearTimeout(slow);
      clearTimeout(late);
      told?.abort();
    });
    if (!turn) return;
    const settled = await parts.mailbox.settle(lease, turn);
    if (settled.outcome === "lost") return;
    parts.onStored(ref, messagesOf(lease, turn, settled.lastSeq));
    parts.hints.give(ref);
    if (settled.sendable) parts.onSendable(ref);
    logFailures(parts.log, ref, turn);
    parts.onTurn({ seconds: (performance.now() - startedAt) / 1000, turn });
    if (!settled.more) return;
  }
}

/** A turn's event and its replies, as the transcript has them. */
function messagesOf({ event }: Lease, { replies }: Turn, lastSeq: number): Message[] {
  const { seq, dedupeKey, content } = event;
  const before = lastSeq - replies.length;
  return [
    { seq, from: "customer", event: { dedupeKey, content } },
    ...replies.map((reply, nth) => ({ seq: before + 1 + nth, from: "bot" as const, reply })),
  ];
}

/** Takes one turn while its lease is kept alive; `null`: the lease was lost, another takes it. */
async function turnUnder(lease: Lease, asker: Asker, parts: WorkerParts): Promise<Turn | null> {
  const lost = new AbortController();
  const renewal = setInterval(() => {
    parts.mailbox.renew(lease).then(
      (kept) => kept || lost.abort(),
      () => {},
    );
  }, renewEveryMs);
  try {
    const { conversationId, state: before, event } = lease;
    return await takeTurn(
      asker.bot,
      { conversationId, before, event: event.content },
      {
        askMerchant: (question) => parts.askMerchant(asker, question, lost.signal),
        limits: parts.limits,
        codes: parts.codes,
        links: parts.links,
        linkPage: linkingChannels.has(lease.channel) ? asker.bot.linkPage : null,
        now: Date.now,
        newToken: parts.newToken,
      },
    );
  } catch (error) {
    if (lost.signal.aborted) return null;
    parts.log.error({ err: error, conversation: lease.conversationId }, "turn failed");
    return apologize(asker.bot, lease.state);
  } finally {
    clearInterval(renewal);
  }
}

/**
 * Tells the operator that a shop does not answer, by ids: what was asked is in the delivery log. Why
 * it is not asked was told when that began.
 */
function logFailures(log: Logger, { botId, conversationId }: ConversationRef, turn: Turn): void {
  for (const { id, method, outcome, exchanges } of turn.deliveries) {
    if (answers.has(outcome)) continue;
    const httpStatus = exchanges.at(-1)?.httpStatus ?? null;
    const failure = { bot: botId, conversation: conversationId, delivery: id, method, httpStatus };
    if (exchanges.length > 0) log.warn({ ...failure, outcome }, "the shop did not answer");
    else log.debug({ ...failure, outcome }, "the shop was not asked");
  }
}

const answers: ReadonlySet<Delivery["outcome"]> = new Set([
  "answered",
  "user_not_found",
  "order_not_found",
]);
