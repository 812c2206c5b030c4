import type { Message } from "../model/conversation.ts";
import type { ConversationRef } from "../model/conversation-ref.ts";
import { createBell } from "../store/bell.ts";
import { refKey } from "../store/ref-key.ts";
import type { Hints } from "../store/store.ts";

/** So many conversations are followed on one node. Each looks into the database every 5 s. */
const mostStreams = 5_000;

/** Tells one stream when its conversation may have changed. */
export interface Subscription {
  /** Resolves at the next hint (or one since the last call), after `ms` at the latest, or at the end. */
  changed(ms: number): Promise<void>;
  /** What follows this sequence number, where it was handed over; null: the store has to be read. */
  after(seq: number): Message[] | null;
  end(): void;
}

/** Hands the store's hints to the streams they concern, and what this node stored itself. */
export interface ConversationHub {
  /** Messages that are stored, in order. Who follows them here need not read them from the store. */
  handOver(ref: ConversationRef, messages: Message[]): void;
  /** `null`: there are as many as this node can take. */
  subscribe(ref: ConversationRef): Subscription | null;
  size(): number;
  close(): void;
}

interface Listener {
  ring(): void;
  /** What was handed over last. */
  handed: Message[];
}

export function createConversationHub(hints: Hints, most = mostStreams): ConversationHub {
  const listeners = new Map<string, Set<Listener>>();
  let streams = 0;
  const stop = hints.listen((ref) => {
    for (const { ring } of listeners.get(refKey(ref)) ?? []) ring();
  });
  return {
    handOver(ref, messages) {
      for (const listener of listeners.get(refKey(ref)) ?? []) listener.handed = messages;
    },
    subscribe(ref) {
      if (streams >= most) return null;
      streams += 1;
      const key = refKey(ref);
      const bell = createBell();
      const listener: Listener = { ring: bell.ring, handed: [] };
      const group = listeners.get(key) ?? new Set();
      listeners.set(key, group.add(listener));
      const end = () => {
        if (group.delete(listener)) streams -= 1;
        if (group.size === 0) listeners.delete(key);
        bell.ring();
      };
      const after = (seq: number) => {
        const messages = listener.handed;
        listener.handed = [];
        return withoutGap(messages, seq);
      };
      return { changed: bell.heard, after, end };
    },
    size: () => streams,
    close() {
      stop();
      for (const group of listeners.values()) for (const { ring } of group) ring();
    },
  };
}

/** Numbers have no gaps: where these do, or do not follow, others wrote too, and the store knows what. */
function withoutGap(messages: Message[], seq: number): Message[] | null {
  const following = messages.filter((message) => message.seq > seq);
  const isWhole = following.every((message, nth) => message.seq === seq + 1 + nth);
  return isWhole && following.length > 0 ? following : null;
}
