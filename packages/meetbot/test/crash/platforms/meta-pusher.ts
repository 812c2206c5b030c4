import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { toWire, webhookHeaders } from "../../../src/graph-simulator/webhook-pusher.ts";
import type { Random } from "../../fixtures/random.ts";

/** What happened in one conversation, as it stands below `messaging`. */
export interface WebhookItem {
  user: string;
  /** In Unix milliseconds. */
  timestamp: number;
  item: object;
}

/** So long the items of a body are gathered, at most. */
const gatheredForMs = 40;
const maxItems = 6;
const maxBodiesAtOnce = 4;
/** A node that stands still answers nobody: after so long another one is asked. */
const answerWithinMs = 3_000;
/** Nothing may take longer, whatever happens to nodes and database. */
const patienceMs = 600_000;
/** Of a hundred bodies, so many go to two nodes at once, and so many come once more later. */
const twicePercent = 10;
const latePercent = 10;
const lateByMs = 4_000;

export interface PusherOptions {
  /** The webhook, at any node that listens. */
  url(): Promise<string>;
  pageId: string;
  appSecret: string;
  random: Random;
}

/** Meta's side of the webhook: it gathers, mixes, and comes again until it gets its 200. */
export interface MetaPusher {
  /** Resolves when it is acknowledged. One user's items arrive in the order in which they are brought. */
  bring(item: WebhookItem): Promise<void>;
  /** Resolves when nothing is under way and no copy will follow. */
  settled(): Promise<void>;
  counts: { bodies: number; redeliveredBodies: number; bodiesSentTwice: number };
}

interface Waiting extends WebhookItem {
  acknowledged: PromiseWithResolvers<void>;
}

export function startMetaPusher({ url, pageId, appSecret, random }: PusherOptions): MetaPusher {
  const waiting: Waiting[] = [];
  /** Whose items are under way: what they did next comes after that. */
  const busy = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  const counts = { bodies: 0, redeliveredBodies: 0, bodiesSentTwice: 0 };
  let bodiesNow = 0;

  function pump(): void {
    while (bodiesNow < maxBodiesAtOnce) {
      const batch = takeBatch(waiting, busy, 1 + random.below(maxItems));
      if (batch.length === 0) return;
      bodiesNow += 1;
      for (const { user } of batch) busy.add(user);
      track(bringBatch(batch)).finally(() => {
        bodiesNow -= 1;
        for (const { user } of batch) busy.delete(user);
        pump();
      });
    }
  }

  async function bringBatch(batch: Waiting[]): Promise<void> {
    counts.bodies += 1;
    const body = toWire(bodyOf(pageId, batch, random));
    try {
      const twice = random.percent(twicePercent);
      await Promise.all(twice ? [push(body), push(body)] : [push(body)]);
      if (twice) counts.bodiesSentTwice += 1;
      for (const { acknowledged } of batch) acknowledged.resolve();
    } catch (error) {
      for (const { acknowledged } of batch) acknowledged.reject(error);
      return;
    }
    if (!random.percent(latePercent)) return;
    counts.bodiesSentTwice += 1;
    void track(delay(random.below(lateByMs)).then(() => push(body)));
  }

  async function push(body: string): Promise<void> {
    const overdueAt = Date.now() + patienceMs;
    for (;;) {
      const status = await statusOf(await url(), body, appSecret);
      if (status === 200) return;
      assert(status === 0 || status >= 500, `a webhook body was refused with ${status}`);
      assert(Date.now() < overdueAt, `a webhook body was not taken for ${patienceMs} ms`);
      counts.redeliveredBodies += 1;
      await delay(10 + random.below(50));
    }
  }

  function track(work: Promise<void>): Promise<void> {
    underWay.add(work);
    work.then(
      () => underWay.delete(work),
      // Stored for the caller that waits until all is settled.
      () => {},
    );
    return work;
  }

  return {
    counts,
    bring(item) {
      const acknowledged = Promise.withResolvers<void>();
      waiting.push({ ...item, acknowledged });
      void track(acknowledged.promise);
      setTimeout(pump, random.below(gatheredForMs));
      return acknowledged.promise;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Takes the oldest ones, of users of whom nothing is under way. */
function takeBatch(waiting: Waiting[], busy: ReadonlySet<string>, max: number): Waiting[] {
  const batch = waiting.filter(({ user }) => !busy.has(user)).slice(0, max);
  for (const one of batch) waiting.splice(waiting.indexOf(one), 1);
  return batch;
}

/** In one entry or in one each, and in any order: their timestamps tell what came first. */
function bodyOf(pageId: string, batch: WebhookItem[], random: Random): object {
  const mixed = [...batch];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  const messaging = mixed.map(({ timestamp, item }) => ({ ...item, timestamp }));
  const groups = random.percent(50) ? [messaging] : messaging.map((one) => [one]);
  const time = Date.now();
  return { object: "page", entry: groups.map((group) => ({ id: pageId, time, messaging: group })) };
}

/** 0: no answer came. */
async function statusOf(url: string, body: string, appSecret: string): Promise<number> {
  const headers = webhookHeaders(body, appSecret);
  const signal = AbortSignal.timeout(answerWithinMs);
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
