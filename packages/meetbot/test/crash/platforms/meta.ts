import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { echoOf, startGraphSimulator } from "../../../src/graph-simulator/start-graph-simulator.ts";
import type { Mishap, SentMessage } from "../../../src/graph-simulator/state.ts";
import type { CgroupScope } from "../../fixtures/machine.ts";
import type { Random } from "../../fixtures/random.ts";
import { type MetaPusher, startMetaPusher, type WebhookItem } from "./meta-pusher.ts";

export const app = { id: "1517776481860111", secret: "an app secret" };
export const page = { id: "1029384756", name: "A shop", token: "a page token" };

/** Who gets no answer waits for it no longer. */
const hangsForMs = 20_000;

/** Of a hundred echoes, so many come late, and so many never. */
const lateEchoPercent = 15;
const lostEchoPercent = 15;
const lateByMs = 4_000;

/** Calls that met something, and echoes that did not come at once. */
interface MetaCounts {
  brokenCalls: number;
  failedCalls: number;
  pauses: number;
  lateEchoes: number;
  lostEchoes: number;
}

/** Meta's side of a page: Graph with its bad moments, and the way of events and echoes to the webhook. */
export interface Meta {
  graphUrl: string;
  /** Emits `called` with each call as it arrives, and a user's id with each message to them. */
  happenings: EventEmitter;
  /** From now on calls meet mishaps, and events go to this webhook, at any node. */
  open(webhookUrl: () => Promise<string>): void;
  /** A user does something. Resolves when that is acknowledged. */
  act(user: string, item: object): Promise<void>;
  sent: readonly SentMessage[];
  /** Whether some node may still wait for an answer that never comes. */
  hangs(): boolean;
  settled(): Promise<void>;
  counts(): MetaCounts & MetaPusher["counts"];
}

export async function startMeta(
  scope: CgroupScope,
  { random, answersHang }: { random: Random; answersHang: boolean },
): Promise<Meta> {
  const happenings = new EventEmitter().setMaxListeners(0);
  const counts = { brokenCalls: 0, failedCalls: 0, pauses: 0, lateEchoes: 0, lostEchoes: 0 };
  const lateEchoes = new Set<Promise<void>>();
  const timestamps = new Map<string, number>();
  let pusher: MetaPusher | null = null;
  let lastHangAtMs = 0;

  const graph = await startGraphSimulator({
    ...{ app, pages: [page] },
    mishapOf() {
      happenings.emit("called");
      const mishap = pusher ? chooseMishap(random, answersHang, counts) : {};
      if (mishap.hangs) lastHangAtMs = Date.now();
      return mishap;
    },
    onCall({ sent }) {
      if (!sent) return;
      happenings.emit(sent.user, sent);
      echo(sent);
    },
  });
  scope.after(() => graph.close());

  const bring = async (item: WebhookItem): Promise<void> => {
    if (!pusher) throw new Error("Nothing goes to the webhook before it is open.");
    await pusher.bring(item);
  };

  function echo(sent: SentMessage): void {
    if (random.percent(lostEchoPercent)) {
      counts.lostEchoes += 1;
      return;
    }
    const isLate = random.percent(lateEchoPercent);
    if (isLate) counts.lateEchoes += 1;
    const item = { user: sent.user, timestamp: sent.atMs, item: echoOf(sent, app.id) };
    const coming = delay(isLate ? random.below(lateByMs) : 0)
      .then(() => bring(item))
      .then(() => void lateEchoes.delete(coming));
    lateEchoes.add(coming);
    // Awaited when all should be settled; until then a rejection must not count as unhandled.
    coming.catch(() => {});
  }

  return {
    ...{ graphUrl: graph.url, happenings, sent: graph.sent },
    open(url) {
      const { id: pageId } = page;
      pusher = startMetaPusher({ url, pageId, appSecret: app.secret, random });
    },
    act(user, item) {
      graph.user(page.id, user).lastActAtMs = Date.now();
      const sides = { sender: { id: user }, recipient: { id: page.id } };
      const timestamp = nextTimestamp(timestamps, user);
      return bring({ user, timestamp, item: { ...sides, ...item } });
    },
    hangs: () => Date.now() - lastHangAtMs < hangsForMs,
    async settled() {
      while (lateEchoes.size > 0) await Promise.all(lateEchoes);
      await pusher?.settled();
    },
    counts: () => ({ ...counts, ...pusher!.counts }),
  };
}

/** No two things that one user does have the same moment. */
function nextTimestamp(timestamps: Map<string, number>, user: string): number {
  const next = Math.max(Date.now(), (timestamps.get(user) ?? 0) + 1);
  timestamps.set(user, next);
  return next;
}

/** Each call takes its time, and few have bad luck. */
function chooseMishap(random: Random, answersHang: boolean, counts: MetaCounts): Mishap {
  const delayMs = random.below(random.percent(10) ? 600 : 200);
  const luck = random.below(1_000);
  if (luck < 40) {
    counts.brokenCalls += 1;
    if (answersHang && luck < 5) return { delayMs, hangs: true };
    return { delayMs, ...(luck < 30 ? { breaks: true } : { vanishes: true }) };
  }
  if (luck < 70) {
    counts.failedCalls += 1;
    return { delayMs, ...(luck < 55 ? { error: { code: 2, status: 500 } } : { proxySays: 502 }) };
  }
  if (luck < 74) {
    counts.pauses += 1;
    return { delayMs, error: { code: 613, status: 429, headers: { "retry-after": "1" } } };
  }
  return { delayMs };
}
