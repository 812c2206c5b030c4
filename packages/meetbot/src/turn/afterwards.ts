import { AsyncLocalStorage } from "node:async_hooks";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Logger } from "pino";

/** Work that remains once a turn is stored, and that no customer waits for; returns the queries to the shop. */
export type Afterwards = () => Promise<Delivery[]>;

/** The most tasks that run at once for a bot: customers who wait for their shop come first. */
const maxAtOnce = 4;

/** The most tasks that wait for a bot, some MB; later ones are dropped, and their customers have to ask again. */
const maxWaiting = 1000;

/** The running and waiting tasks of one bot. */
interface Line {
  underWay: number;
  waiting: (() => Promise<void>)[];
}

/** Runs the follow-up work of turns. Work that a node has not begun when it dies or stops stays undone. */
export function createAfterwards(parts: {
  recordDelivery(ref: ConversationRef, seq: number, delivery: Delivery): Promise<void>;
  log: Pick<Logger, "error" | "warn">;
}) {
  const lines = new Map<string, Line>();
  const running = new Set<Promise<void>>();

  async function run(ref: ConversationRef, seq: number, work: Afterwards): Promise<void> {
    try {
      for (const delivery of await work()) await parts.recordDelivery(ref, seq, delivery);
    } catch (error) {
      const facts = { err: error, conversation: ref.conversationId };
      parts.log.error(facts, "a turn's follow-up work failed");
    }
  }
  function goOn(botId: string, line: Line): void {
    while (line.underWay < maxAtOnce) {
      const next = line.waiting.shift();
      if (!next) break;
      line.underWay += 1;
      const work = next().finally(() => {
        running.delete(work);
        line.underWay -= 1;
        goOn(botId, line);
      });
      running.add(work);
    }
    if (line.underWay === 0) lines.delete(botId);
  }
  return {
    start(ref: ConversationRef, seq: number, work: Afterwards): void {
      const line = lines.get(ref.botId) ?? { underWay: 0, waiting: [] };
      lines.set(ref.botId, line);
      if (line.waiting.length >= maxWaiting) {
        const facts = { bot: ref.botId, conversation: ref.conversationId };
        parts.log.warn(facts, "a turn's follow-up work was dropped: too much is waiting");
        return;
      }
      // A waiting task runs in the context of its own request, no matter which task frees a place for it.
      line.waiting.push(AsyncLocalStorage.bind(() => run(ref, seq, work)));
      goOn(ref.botId, line);
    },
    /** Begins nothing more; resolves when all that was begun is done. */
    async stop(): Promise<void> {
      for (const line of lines.values()) line.waiting = [];
      await Promise.all(running);
    },
  };
}
