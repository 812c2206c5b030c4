import type { AnswerBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot, BotSecrets } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { WaitingFacts } from "@meetbot/model/conversation/waiting.ts";
import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { DeskNews } from "@meetbot/model/desk/news.ts";
import type { NewsFacts, NewsOutside } from "@meetbot/model/push/news-state.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { EndpointHealth } from "@meetbot/model/shop/endpoint-health.ts";
import type { Listener } from "@meetbot/model/shop/listener.ts";
import { turnLimits } from "@meetbot/model/turn-limits.ts";
import type { Logger } from "pino";
import type { CodeDesk } from "../../identity/code.ts";
import type { LanguageModel } from "../../language-model/language-model.ts";
import type { AskedFor } from "../../merchant/resilience/bulkhead.ts";
import { countOnce } from "../../platform/attempts/count-once.ts";
import type { Limits } from "../../platform/attempts/limits.ts";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import type { DueWork } from "../../store/due-work/due-work.ts";
import type { AccountLinks } from "../../store/links/account-links.ts";
import type { Lease } from "../../store/mailbox/lease.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { Turn } from "../../store/mailbox/turn.ts";
import type { OutboxLease } from "../../store/outbox/outbox-lease.ts";
import type { TrackedOrders } from "../../store/tracking/tracked-orders.ts";
import {
  idsOnly,
  type Span,
  type SpanFacts,
  type Tracer,
  traceOf,
  withTrace,
} from "../../tracing/tracer.ts";
import { createAfterwards } from "../afterwards.ts";
import { passedOn } from "../beside-person.ts";
import { joinSplitMessage } from "../pieces/gather-pieces.ts";
import type { Pieces } from "../pieces/join-pieces.ts";
import { apologize, type TakenTurn, takeTurn } from "../take-turn.ts";
import { createPutOffs, type PutOffs } from "./put-offs.ts";
import { startWork, type Work } from "./start-work.ts";

/** A turn longer than this is noticed by a person. */
const slowAfterMs = 50;

/** A lease lasts 3 s: renewed every second, two renewals may fail before it is lost. */
const renewEveryMs = 1000;

/** The bot that asks a merchant, with its secrets and its endpoint's health. */
export interface Asker {
  bot: Bot;
  secrets: BotSecrets;
  health: EndpointHealth;
  /** The developer's machine that is queried instead of the endpoint, if any. */
  listener?: Pick<Listener, "id"> | null;
}

/** What a worker needs from a channel. */
export interface TurnChannel {
  /** Whether replies of turns go through the outbox; otherwise the customer's side fetches them. */
  isPushed: boolean;
  /** Whether shoppers sign in on the shop's own pages because these pages do not vouch for them. */
  linksAccounts: boolean;
  /** Whether agents answer in the platform's own inbox. */
  passesOn?(bot: Bot): boolean;
}

/** Options of a query to a shop. */
export interface AskHow {
  askedFor?: AskedFor;
  /** Whether to query the shop even if it answered the same query a moment ago. */
  anew?: boolean;
  /** The language of the answer's reader; absent: the bot's own. */
  locale?: string | undefined;
}

/** The dependencies of a worker. */
export interface WorkerParts {
  channelOf(name: string): TurnChannel;
  mailbox: Mailbox;
  dueWork: DueWork;
  hints: Hints;
  botFor(botId: string): Promise<Asker | null>;
  /** `delivery` is null when the conversation got the answer a moment ago: the shop was not asked. */
  askMerchant(
    asker: Asker,
    question: Question,
    signal: AbortSignal,
    how?: AskHow,
  ): Promise<{ answer: MerchantAnswer; delivery: Delivery | null }>;
  /** Returns the shop's own answers, at the version that a lease names. */
  bookOf(botId: string, version: number): Promise<AnswerBook>;
  /** Returns how agents answer customers of a bot on one channel; absent if unknown. */
  waitingOf?(bot: Bot, channel: string): Promise<WaitingFacts>;
  /** Whether the shop pushes changes; defaults to false. */
  pushesOf?(botId: string): Promise<boolean>;
  /** The ways in which this node reaches customers whose chat is closed; none if left out. */
  newsOutside?: NewsOutside;
  /** `null`: this node has no language model. */
  languageModel: LanguageModel | null;
  /** Which order a carrier's number belongs to. Left out: nothing is remembered. */
  trackedOrders?: Pick<TrackedOrders, "orderOf">;
  limits: Limits;
  links: AccountLinks;
  /** Stores a delivery to the shop that was made after the turn of a message had been stored. */
  recordDelivery(ref: ConversationRef, seq: number, delivery: Delivery): Promise<void>;
  /** `null` if there is no mail server. */
  codes: CodeDesk | null;
  newToken(): string;
  /** How long a message that asks for nothing waits for the next one. If left out, none waits. */
  waitForMoreMs?: number;
  /** The clock for codes and proofs; defaults to this machine's. */
  now?(): number;
  onTurn(turn: { seconds: number; turn: Turn }): void;
  /**
   * Called when the transcript contains the customer's message and the bot's replies; the news includes who answers.
   */
  onStored(ref: ConversationRef, news: DeskNews): void;
  /** A person is called: the conversation waits for one. */
  onCalled(ref: ConversationRef): void;
  /** Called when a turn takes long; the signal fires when it has ended. */
  onLate(ref: ConversationRef, ended: AbortSignal): void;
  /** Sends the replies of a turn if the customer's side does not fetch them. */
  dispatcher: Pick<Work<OutboxLease>, "wake" | "acquireSlot">;
  /** Runs each turn under the id of the request that brought its event; if absent, only ids are passed on. */
  tracer?: Tracer;
  log: Logger;
}

export type Worker = Work<Lease>;

/** Handles the turns of all conversations; within a conversation, in order and one at a time. */
export function startWorker(parts: WorkerParts): Worker {
  const later = createAfterwards(parts);
  const putOffs = createPutOffs((ref) => work.wake(ref));
  const working = { ...parts, startAfterwards: later.start, wakeIn: putOffs.wakeIn };
  const work = startWork<Lease>({
    name: "turns",
    isDue: () => parts.dueWork.has("turns"),
    due: parts.mailbox.due,
    workIn: (ref, inHand, isStopped) => takeTurns(working, ref, inHand, isStopped),
    log: parts.log,
  });
  const stop = async () => {
    // Polling finds the remaining work later: on another node, or on this one after a restart.
    putOffs.stop();
    await work.stop();
    await later.stop();
  };
  return { ...work, stop };
}

interface WorkingParts extends WorkerParts {
  startAfterwards: ReturnType<typeof createAfterwards>["start"];
  wakeIn: PutOffs["wakeIn"];
}

/**
 * Takes turns until the mailbox is empty, the conversation belongs to another node, or this node stops. A turn whose
 * lease this node already holds still runs, because it would otherwise wait until the lease expires.
 */
async function takeTurns(
  parts: WorkingParts,
  ref: ConversationRef,
  inHand: Lease | null,
  isStopped: () => boolean,
): Promise<void> {
  const asker = await parts.botFor(ref.botId);
  for (let next = inHand; asker; next = null) {
    const lease = next ?? (isStopped() ? null : await parts.mailbox.take(ref));
    if (!lease) return;
    const { tracer = idsOnly } = parts;
    const start = { name: "turn", kind: "consumer", facts: factsOf(lease) } as const;
    const goesOn = await tracer.under(traceOf(lease.event.content), start, (span) =>
      takeGathered(parts, lease, asker, span),
    );
    if (!goesOn) return;
  }
}

/** Returns the facts of a turn's span: ids only. */
const factsOf = ({ botId, conversationId, channel, event }: Lease): SpanFacts => ({
  ...{ "meetbot.bot": botId, "meetbot.conversation": conversationId },
  ...{ "meetbot.channel": channel, "meetbot.event": event.seq },
});

/** Takes a turn, or postpones it until more messages arrive; returns whether the next event waits. */
async function takeGathered(
  parts: WorkingParts,
  lease: Lease,
  asker: Asker,
  span: Span,
): Promise<boolean> {
  const { waitForMoreMs = 0 } = parts;
  const gathered = await joinSplitMessage(lease, asker.bot, { ...parts, waitForMoreMs });
  if (gathered === null) return takeOne(parts, { lease, asker, pieces: null }, span);
  const { pieces, leftMs } = gathered;
  if (pieces) {
    const { seq, dedupeKey } = pieces.events.at(-1)!;
    const last = { ...lease, event: { seq, dedupeKey, content: pieces.content } };
    return takeOne(parts, { lease: last, asker, pieces }, span);
  }
  const ref = { botId: lease.botId, conversationId: lease.conversationId };
  parts.wakeIn(ref, leftMs);
  // The customer's other windows show it meanwhile.
  parts.hints.give(ref);
  return false;
}

/** A turn to handle. `pieces`: set if it joins several messages; the lease holds the last one. */
interface TurnInHand {
  lease: Lease;
  asker: Asker;
  pieces: Pieces | null;
}

/** Takes one turn, from its lease to its log lines; returns whether the next event waits. */
async function takeOne(
  parts: WorkingParts,
  { lease, asker, pieces }: TurnInHand,
  span: Span,
): Promise<boolean> {
  const { botId, conversationId } = lease;
  const ref = { botId, conversationId };
  const startedAt = performance.now();
  // If the answer takes long, the customer's other windows show the question first.
  const slow = setTimeout(() => parts.hints.give(ref), slowAfterMs);
  let told: AbortController | undefined;
  const late = setTimeout(() => {
    if (lease.held.holder === "person") return;
    told = new AbortController();
    parts.onLate(ref, told.signal);
  }, turnLimits.lateAfterMs);
  const turn = await turnUnder({ lease, asker, pieces }, parts).finally(() => {
    clearTimeout(slow);
    clearTimeout(late);
    told?.abort();
  });
  if (!turn) return false;
  const settled = await commitAndSend(parts, lease, turn);
  if (settled.outcome === "lost") return false;
  for (const work of turn.afterwards) parts.startAfterwards(ref, lease.event.seq, work);
  const messages = messagesOf(pieces?.events ?? [lease.event], turn, settled.lastSeq);
  const holder = turn.move?.to ?? lease.held.holder;
  parts.onStored(ref, { messages, holder, handledSeq: lease.event.seq });
  parts.hints.give(ref);
  if (turn.move?.to === "waiting") parts.onCalled(ref);
  logFailures(parts.log, ref, turn);
  logModelCall(parts.log, ref, turn);
  const seconds = (performance.now() - startedAt) / 1000;
  parts.onTurn({ seconds, turn });
  logTurn(parts.log, lease, turn, seconds);
  if (turn.outcome) span.set({ "meetbot.outcome": turn.outcome });
  return settled.more;
}

/** Stores a turn. If its replies have to be sent, this node starts at once, provided it has a free slot. */
async function commitAndSend(
  { mailbox, dispatcher, channelOf }: WorkerParts,
  lease: Lease,
  turn: Turn,
): ReturnType<Mailbox["commitTurn"]> {
  const { isPushed } = channelOf(lease.channel);
  if (isPushed) turn.replies = turn.replies.map(withTrace);
  const sends = isPushed && turn.replies.length > 0;
  const place = sends ? dispatcher.acquireSlot(lease) : null;
  const delivery = place ? "taken" : isPushed ? "queued" : "fetched";
  const settled = await mailbox.commitTurn(lease, turn, delivery).catch((error: unknown) => {
    place?.leave();
    throw error;
  });
  if (settled.outcome === "lost") place?.leave();
  else if (place) place.work(settled.message);
  else if (sends) dispatcher.wake(lease);
  return settled;
}

/** A turn's events and its replies, as the transcript has them; by this node's clock they are of now. */
function messagesOf(
  events: readonly Lease["event"][],
  { replies }: Turn,
  lastSeq: number,
): Message[] {
  const before = lastSeq - replies.length;
  const at = new Date();
  return [
    ...events.map(({ seq, dedupeKey, content }) => ({
      ...{ seq, at, from: "customer" as const },
      event: { dedupeKey, content },
    })),
    ...replies.map((reply, nth) => ({ seq: before + 1 + nth, at, from: "bot" as const, reply })),
  ];
}

/** Takes one turn while keeping its lease alive; `null` if the lease was lost and another node takes the turn. */
async function turnUnder(
  { lease, asker, pieces }: TurnInHand,
  parts: WorkerParts,
): Promise<TakenTurn | null> {
  const lost = new AbortController();
  const renewal = setInterval(() => {
    parts.mailbox.renew(lease).then(
      (kept) => kept || lost.abort(),
      () => {},
    );
  }, renewEveryMs);
  try {
    const { conversationId, state: before, held, event } = lease;
    const askedFor = { conversationId, network: event.content.network ?? null };
    const { languageModel: model, trackedOrders } = parts;
    const waiting = await parts.waitingOf?.(asker.bot, lease.channel);
    const news = await newsOf(parts, lease, asker.bot);
    const turn = await takeTurn(
      asker.bot,
      {
        ...{ conversationId, before, held, event: event.content },
        ...{ read: pieces?.read ?? null, greetedIn: pieces?.greetedIn ?? null },
      },
      {
        askMerchant: (question, how) =>
          parts.askMerchant(asker, question, lost.signal, { ...how, askedFor }),
        answers: await parts.bookOf(lease.botId, lease.bookVersion),
        ...{ ...(waiting && { waiting }), news },
        askModel: model && ((question) => model.read(question, askedFor, lost.signal)),
        ...(trackedOrders && {
          trackedOrder: (number: string) => trackedOrders.orderOf(lease.botId, number),
        }),
        limits: countOnce(parts.limits),
        codes: parts.codes,
        links: parts.links,
        linkPage: parts.channelOf(lease.channel).linksAccounts ? asker.bot.linkPage : null,
        now: parts.now ?? Date.now,
        newToken: parts.newToken,
      },
    );
    return parts.channelOf(lease.channel).passesOn?.(asker.bot) ? passedOn(turn, held) : turn;
  } catch (error) {
    if (lost.signal.aborted) return null;
    parts.log.error({ err: error, conversation: lease.conversationId }, "turn failed");
    return apologize(asker.bot, lease.state);
  } finally {
    clearInterval(renewal);
  }
}

/** Returns how customer updates reach a bot's customers on their channel. */
async function newsOf(
  { pushesOf, channelOf, newsOutside }: Pick<WorkerParts, "pushesOf" | "channelOf" | "newsOutside">,
  { botId, channel }: Lease,
  { news }: Bot,
): Promise<NewsFacts> {
  const isPushed = news && ((await pushesOf?.(botId)) ?? false);
  const reach = channelOf(channel).isPushed ? "here" : "on_return";
  return { isPushed, reach, ...(newsOutside && { outside: newsOutside }) };
}

/** Logs one line per turn, with its ids and the request's ids, which lead to all other work done for the turn. */
function logTurn(
  log: Logger,
  { botId, conversationId, event }: Lease,
  turn: Turn,
  seconds: number,
) {
  log.info(
    {
      ...{ bot: botId, conversation: conversationId, message: event.seq },
      ...{ deliveries: turn.deliveries.map(({ id }) => id), outcome: turn.outcome },
      ms: Math.round(seconds * 1000),
    },
    "a turn was taken",
  );
}

/**
 * Logs by ids that a shop does not answer: the query is in the delivery log. Why a shop is not asked was logged when
 * that began.
 */
function logFailures(log: Logger, { botId, conversationId }: ConversationRef, turn: Turn): void {
  for (const { id, method, outcome, exchanges } of turn.deliveries) {
    if (outcomeGroups[outcome] === "answered" || outcomeGroups[outcome] === "no") continue;
    const httpStatus = exchanges.at(-1)?.httpStatus ?? null;
    const failure = { bot: botId, conversation: conversationId, delivery: id, method, httpStatus };
    if (exchanges.length > 0) log.warn({ ...failure, outcome }, "the shop did not answer");
    else log.debug({ ...failure, outcome }, "the shop was not asked");
  }
}

/** Logs names only: the customer's text is in the transcript, and what was sent of it is stored nowhere. */
function logModelCall(log: Logger, { botId, conversationId }: ConversationRef, turn: Turn): void {
  if (!turn.modelCall) return;
  const { durationMs: ms, ...call } = turn.modelCall;
  log.info({ bot: botId, conversation: conversationId, ...call, ms }, "a language model was asked");
}
