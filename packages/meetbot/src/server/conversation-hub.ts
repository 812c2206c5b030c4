import { createBell } from "../store/bell.ts";
import type { ConversationRef, Hints } from "../store/store.ts";

/** So many conversations are followed on one node. Each looks into the database every 5 s. */
const mostStreams = 5_000;

/** Tells one stream when its conversation may have changed. */
export interface Subscription {
  /** Resolves at the next hint (or one since the last call), after `ms` at the latest, or at the end. */
  changed(ms: number): Promise<void>;
  end(): void;
}

/** Hands the store's hints to the streams they concern. */
export interface ConversationHub {
  /** `null`: there are as many as this node can take. */
  subscribe(ref: ConversationRef): Subscription | null;
  size(): number;
  close(): void;
}

export function createConversationHub(hints: Hints, most = mostStreams): ConversationHub {
  const listeners = new Map<string, Set<() => void>>();
  let streams = 0;
  const stop = hints.listen((ref) => {
    for (const tell of listeners.get(keyOf(ref)) ?? []) tell();
  });
  return {
    subscribe(ref) {
      if (streams >= most) return null;
      streams += 1;
      const key = keyOf(ref);
      const bell = createBell();
      const group = listeners.get(key) ?? new Set();
      listeners.set(key, group.add(bell.ring));
      const end = () => {
        if (group.delete(bell.ring)) streams -= 1;
        if (group.size === 0) listeners.delete(key);
        bell.ring();
      };
      return { changed: bell.heard, end };
    },
    size: () => streams,
    close() {
      stop();
      for (const group of listeners.values()) for (const tell of group) tell();
    },
  };
}

const keyOf = (ref: ConversationRef) => `${ref.botId}/${ref.conversationId}`;
