import { createBell } from "../store/bell.ts";
import type { ConversationRef, Hints } from "../store/store.ts";

/** Tells one stream when its conversation may have changed. */
export interface Subscription {
  /** Resolves at the next hint (or one since the last call), after `ms` at the latest, or at the end. */
  changed(ms: number): Promise<void>;
  end(): void;
}

/** Hands the store's hints to the streams they concern. */
export interface ConversationHub {
  subscribe(ref: ConversationRef): Subscription;
  size(): number;
  close(): void;
}

export function createConversationHub(hints: Hints): ConversationHub {
  const listeners = new Map<string, Set<() => void>>();
  const stop = hints.listen((ref) => {
    for (const tell of listeners.get(keyOf(ref)) ?? []) tell();
  });
  return {
    subscribe(ref) {
      const key = keyOf(ref);
      const bell = createBell();
      const group = listeners.get(key) ?? new Set();
      listeners.set(key, group.add(bell.ring));
      const end = () => {
        group.delete(bell.ring);
        if (group.size === 0) listeners.delete(key);
        bell.ring();
      };
      return { changed: bell.heard, end };
    },
    size: () => [...listeners.values()].reduce((sum, group) => sum + group.size, 0),
    close() {
      stop();
      for (const group of listeners.values()) for (const tell of group) tell();
    },
  };
}

const keyOf = (ref: ConversationRef) => `${ref.botId}/${ref.conversationId}`;
