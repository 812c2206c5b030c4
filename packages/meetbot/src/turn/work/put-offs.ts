import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { refKey } from "../../platform/postgres/ref-key.ts";

/** A moment that is over by the database's clock is over by this one a little later. */
const marginMs = 2;

/** Wakes conversations whose turn was put off. Any that it loses are found by the nodes that poll the database. */
export interface PutOffs {
  wakeIn(ref: ConversationRef, ms: number): void;
  stop(): void;
}

export function createPutOffs(wake: (ref: ConversationRef) => void): PutOffs {
  const timers = new Map<string, NodeJS.Timeout>();
  let isStopped = false;
  return {
    wakeIn(ref, ms) {
      if (isStopped) return;
      const key = refKey(ref);
      clearTimeout(timers.get(key));
      const timer = setTimeout(() => {
        timers.delete(key);
        wake(ref);
      }, Math.ceil(ms) + marginMs);
      timers.set(key, timer);
    },
    stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
