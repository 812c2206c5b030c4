import type { Logger } from "pino";
import type { ConversationRef } from "../model/conversation-ref.ts";
import type { Delivery } from "../model/delivery.ts";

/** What is left to do once a turn is stored, and no customer waits for; returns what the shop was asked. */
export type Afterwards = () => Promise<Delivery[]>;

/** Does what is left to do of turns. What a node that dies has not done stays undone. */
export function createAfterwards(parts: {
  noteDelivery(ref: ConversationRef, seq: number, delivery: Delivery): Promise<void>;
  log: Pick<Logger, "error">;
}) {
  const underWay = new Set<Promise<void>>();
  const run = async (ref: ConversationRef, seq: number, work: Afterwards): Promise<void> => {
    for (const delivery of await work()) await parts.noteDelivery(ref, seq, delivery);
  };
  return {
    start(ref: ConversationRef, seq: number, work: Afterwards): void {
      const running = run(ref, seq, work)
        .catch((error: unknown) => {
          const facts = { err: error, conversation: ref.conversationId };
          parts.log.error(facts, "what a turn left to do was not done");
        })
        .finally(() => underWay.delete(running));
      underWay.add(running);
    },
    /** Resolves when all that was started is done. */
    async done(): Promise<void> {
      await Promise.all(underWay);
    },
  };
}
