import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type {
  News,
  NotificationReason,
  NotificationState,
  NotificationWay,
  WayOutcome,
} from "@meetbot/model/push/notification.ts";
import { toParcelStatus } from "@meetbot/presentation";
import type { NotificationLease } from "../store/claim-notification.ts";
import type { NotificationEnd } from "../store/end-notification.ts";
import type { PushStore } from "../store/push-store.ts";
import { type Candidate, weigh } from "./candidate.ts";
import { queryCurrentState, type Truth } from "./query-current-state.ts";
import { quietForMs } from "./quiet-hours.ts";

/** A channel outside the chat. */
export interface OutsideWay {
  way: Exclude<NotificationWay, "chat">;
  tell(news: News): Promise<WayOutcome>;
}

/** What sending customer updates requires. */
export interface TellDeps {
  pushes: Pick<PushStore, "tell" | "end" | "leaveInChat">;
  botOf(botId: string): Promise<Bot | null>;
  /**
   * Queries the bot's shop, and stores the query beside the conversation. `locale`: of the customer who gets the
   * update.
   */
  askShop(ref: ConversationRef, question: Question, locale: string): Promise<MerchantAnswer>;
  /**
   * Returns for how many hours a platform accepts messages to a customer who wrote; `null` when it always does.
   * Undefined when the channel is no platform: customers fetch their messages.
   */
  windowOf(channel: string): { hours: number | null } | undefined;
  /** Whether the customer has the chat open on this node. */
  isOpen(ref: ConversationRef): boolean;
  /** The channels to try, in this order, when the update cannot be sent in the conversation itself. */
  ways: readonly OutsideWay[];
  wakeWorker(ref: ConversationRef): void;
  onTold(state: NotificationState, because: NotificationReason | null): void;
  now(): number;
}

const secondMs = 1_000;
const hourMs = 3_600 * secondMs;

/** How long other nodes have to report whether they have the chat open. */
const askAroundMs = 1_500;

/**
 * Delays before Meetbot queries a shop again whose own answer lags behind its push; after the last one, Meetbot
 * believes the answer.
 */
const behindMs: readonly number[] = [5 * secondMs, 30 * secondMs, 120 * secondMs];

/** Meetbot queries a shop that does not answer less and less often, until the update is no longer news. */
const awayMs: readonly number[] = [10, 30, 120, 600, 1_800].map((seconds) => seconds * secondMs);

/** How often Meetbot queries the shop before it uses the push's snapshot as the answer. */
const asksBeforeSnapshot = 2;

/** While another app answers on the platform, how long until Meetbot checks again. */
const elsewhereMs = hourMs;

/** Does what is possible now with a claimed notification, and returns how it continues; `null` when it is done. */
export async function tellUnder(
  lease: NotificationLease,
  deps: TellDeps,
): Promise<NotificationEnd | null> {
  if (lease.subscription.isEnded) return skipped("unsubscribed");
  if (lease.isExpired) return { state: "expired", because: "expired" };
  const bot = await deps.botOf(lease.botId);
  if (!bot) return skipped("gone");
  const platform = deps.windowOf(lease.channel);
  const isOpen = !platform && (lease.isOpen || deps.isOpen(lease));
  if (!platform && !isOpen && lease.state === "accepted") {
    return { state: "held", because: "away", afterMs: askAroundMs };
  }
  const zone = lease.subscription.zone ?? bot.timeZone;
  const quietMs = isOpen ? 0 : quietForMs(deps.now(), zone, statusOf(lease));
  if (quietMs > 0) return { state: "held", because: "quiet_hours", afterMs: quietMs };

  const truth = await queryCurrentState(lease, (question) =>
    deps.askShop(lease, question, lease.subscription.locale),
  );
  if (truth.kind !== "found" && lease.tries < asksBeforeSnapshot) return again(lease, truth);
  const weighed = weigh(lease.said, truth);
  if (weighed.kind === "silent") return skipped("silent");
  if (weighed.kind !== "news") return again(lease, weighed);
  return tell(lease, weighed.candidate, isOpen, deps);
}

/** Returns Meetbot's code for the status, if the push states one or a carrier hints at one. */
const statusOf = ({ said: { status, hinted } }: NotificationLease): string =>
  hinted ?? toParcelStatus(status ?? "") ?? "";

const skipped = (because: NotificationReason): NotificationEnd => ({ state: "skipped", because });

/** Queries the shop again as long as its answer can still change the outcome. */
function again(
  { tries, state }: NotificationLease,
  { kind }: { kind: Exclude<Truth["kind"], "found"> | "behind" },
): NotificationEnd {
  const waits = kind === "unavailable" ? awayMs : behindMs;
  const because = kind === "behind" ? "stale" : kind;
  const afterMs = waits[tries] ?? (kind === "unavailable" ? waits.at(-1) : undefined);
  if (afterMs === undefined) return skipped(because);
  return { state, because, afterMs, isTry: true };
}

async function tell(
  lease: NotificationLease,
  { heard, ...news }: Candidate,
  isOpen: boolean,
  deps: TellDeps,
): Promise<NotificationEnd | null> {
  const closed = isOpen ? null : whyClosed(lease, deps);
  const event = (status: string) => {
    return { kind: "news" as const, news: { of: news.of, status, heard } };
  };
  const { occurredAt } = lease;
  const told = { ...news, occurredAt, event: closed ? null : event };
  const judged = await deps.pushes.tell(lease, told);
  if (judged.verdict === "elsewhere") {
    return { state: "held", because: "channel_stopped", afterMs: elsewhereMs };
  }
  if (judged.verdict === "lost") return null;
  if (judged.verdict !== "told") {
    deps.onTold("skipped", judged.verdict === "noted" ? "silent" : judged.verdict);
    return null;
  }
  if (!closed) {
    deps.onTold("queued", null);
    deps.wakeWorker(lease);
    return null;
  }
  const { botId, conversationId, pushId, expiresAt } = lease;
  const { status, thread } = judged;
  const ttlS = Math.max(1, Math.floor((expiresAt.getTime() - deps.now()) / secondMs));
  const out = { botId, conversationId, pushId, thread, status, of: news.of, ttlS };
  const end = await sendOutside(out, closed, deps.ways);
  // A customer who follows the update to the chat page finds it there too.
  if (end.state === "sent" && !deps.windowOf(lease.channel)) {
    await deps.pushes.leaveInChat(lease, event(status));
    deps.wakeWorker(lease);
  }
  return end;
}

/** Returns why the update cannot be sent in the conversation, or `null` if it can. */
function whyClosed(
  { channel, customerAtMs, isStopped }: NotificationLease,
  { windowOf, now }: TellDeps,
): NotificationReason | null {
  const platform = windowOf(channel);
  if (!platform) return "away";
  if (isStopped) return "channel_stopped";
  const { hours } = platform;
  return hours === null || now() - customerAtMs < hours * hourMs ? null : "window_closed";
}

/** Sends the update by the first way that accepts it. If none does, the update waits for the customer's next visit. */
async function sendOutside(
  news: News,
  closed: NotificationReason,
  ways: readonly OutsideWay[],
): Promise<NotificationEnd> {
  let because = closed;
  for (const { way, tell } of ways) {
    const outcome = await tell(news);
    const end = { way, status: news.status };
    if (outcome.kind === "sent") return { state: "sent", ...end };
    if (outcome.kind === "failed") return { state: "failed", because: outcome.because, ...end };
    if (outcome.kind === "again") {
      return { state: "queued", afterMs: outcome.afterMs, isTry: true, ...end };
    }
    // A missing subscription for this way is no reason worth reporting.
    if (outcome.because !== "no_subscription") because = outcome.because;
  }
  return { state: "held", because, status: news.status };
}
