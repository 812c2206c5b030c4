import type { CallOptions, PushClient } from "./create-push.ts";
import { type PushMessage, type PushNews, toPushMessage } from "./push-news.ts";
import type { PushResult } from "./push-result.ts";

/**
 * A table of the shop's own database. `Tx` is whatever its driver calls a transaction. Each method may
 * return a promise.
 */
export interface PushOutboxStore<Tx> {
  /** Writes a row within the transaction, due at once; a row with this id that is there already stays as it is. */
  add(entry: PushMessage, tx: Tx): unknown;
  /**
   * Returns the oldest `limit` rows that are due, oldest first. Excludes rows that are done or given up, and rows that
   * follow one of the same subject that is not due yet.
   */
  due(limit: number): Promise<PushMessage[]> | PushMessage[];
  /** It is stored at Meetbot: the row may go. */
  done(id: string): unknown;
  /** Marks a push as failed and due again at `at` (Unix milliseconds); `null` if it will not be retried. */
  failed(id: string, code: number | string, at: number | null): unknown;
}

export interface PushOutboxOptions<Tx> {
  push: Pick<PushClient, "send">;
  store: PushOutboxStore<Tx>;
  /** Unix milliseconds. */
  now?: () => number;
}

/** The results of one drain. */
export interface Drained {
  sent: number;
  /** Tried again by a later drain. */
  postponed: number;
  givenUp: number;
}

export interface PushOutbox<Tx> {
  /** Stores news in the transaction of the change it reports: both are committed, or neither. */
  add(news: PushNews, tx: Tx): Promise<void>;
  /**
   * Sends the rows that are due, in order for each order and package. Stops when its signal is aborted. Rejects with
   * what the store throws; rows that were sent but not marked are sent again, which notifies nobody twice.
   */
  drain(options?: CallOptions): Promise<Drained>;
}

const batchLength = 100;

/** Delay before retrying what Meetbot could not accept; the client has already tried for a minute and a half. */
const againAfterMs = 60_000;

/** Creates an outbox in the shop's own database, so that a crash loses no event and sends none that never happened. */
export function createPushOutbox<Tx>(options: PushOutboxOptions<Tx>): PushOutbox<Tx> {
  const { push, store, now = Date.now } = options;
  let running: Promise<Drained> | null = null;

  async function mark({ id }: PushMessage, result: PushResult, drained: Drained): Promise<void> {
    if (result.ok) {
      await store.done(id);
      drained.sent += 1;
    } else if (result.code !== "aborted") {
      await store.failed(id, result.code, result.retry ? now() + againAfterMs : null);
      drained[result.retry ? "postponed" : "givenUp"] += 1;
    }
  }

  async function drain(call: CallOptions): Promise<Drained> {
    const drained = { sent: 0, postponed: 0, givenUp: 0 };
    const tried = new Set<string>();
    while (!call.signal?.aborted) {
      const due = firstOfEach(await store.due(batchLength));
      const entries = due.filter(({ id }) => !tried.has(id)); // a store that forgets nothing is no endless loop
      if (entries.length === 0) break;
      const results = await push.send(entries, call);
      for (const [place, entry] of entries.entries()) {
        tried.add(entry.id);
        const result = results[place];
        if (result) await mark(entry, result, drained);
      }
    }
    return drained;
  }
  return {
    add: async (news, tx) => {
      await store.add(toPushMessage(news), tx);
    },
    drain: (call = {}) => {
      running ??= drain(call).finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** The others of an order or package wait until the one before them is through. */
function firstOfEach(entries: readonly PushMessage[]): PushMessage[] {
  const first = new Map<string, PushMessage>();
  for (const entry of entries) if (!first.has(entry.subject)) first.set(entry.subject, entry);
  return [...first.values()];
}
