import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { DeskNews } from "@meetbot/model/desk/news.ts";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import { createSignal } from "../../platform/change-signals/signal.ts";
import { createFairShares, type SharesOptions } from "../../platform/limits/fair-shares.ts";
import { refKey } from "../../platform/postgres/ref-key.ts";

/** The number of conversations that one node follows. It checks the database every 5 s for each, many at a time. */
const maxStreams = 5_000;

/** A /24 or /48 may belong to a carrier with thousands of customers, few of whom have a chat open at once. */
const maxOfOneNetwork = 1_250;

/** The most streams of one conversation: its open tabs, and phones whose last connection dropped unnoticed. */
const maxOfOneConversation = 8;

/** How long a stream must have lasted before another one of the same network may displace it. */
const safeForMs = 60_000;

/** How many streams there may be. */
const streamShares = { max: maxStreams, maxOfOne: maxOfOneNetwork, safeForMs };

/** Notifies one stream when its conversation may have changed. */
export interface Subscription {
  /** Resolves at the next hint (or one since the last call), after `ms` at the latest, or at the end; false: no hint came. */
  changed(ms: number): Promise<boolean>;
  /** As a hint does. */
  raise(): void;
  /** Returns the news after this sequence number if it was handed over; `null` if the store must be read. */
  after(seq: number): DeskNews | null;
  /** Returns the agent reported as typing since the last call, by the name that the customer knows. */
  writer(): string | null;
  end(): void;
}

/** Passes the store's hints, and messages that this node stored itself, to the matching streams. */
export interface ConversationHub {
  /** Messages that are stored, in order. Who follows them here need not read them from the store. */
  handOver(ref: ConversationRef, news: DeskNews): void;
  /** Adds a stream; `null` if this node or the network has reached its limit. */
  subscribe(ref: ConversationRef, follower: Follower): Subscription | null;
  /** Whether any stream follows the conversation on this node. */
  isOpen(ref: ConversationRef): boolean;
  size(): number;
  isFull(): boolean;
  close(): void;
}

/** Who follows a conversation. */
export interface Follower {
  /** The network whose share the stream counts towards; `null` if none. */
  network: string | null;
  /**
   * Called when another stream takes this one's place: one of the same conversation, or one for which the network's
   * share or the node had no room.
   */
  onDisplaced(by: "conversation" | "network"): void;
}

interface Listener {
  raise(): void;
  displace(): void;
  /** The news handed over last. */
  handed: DeskNews | null;
  writer: string | null;
}

export function createConversationHub(
  hints: Hints,
  options: SharesOptions = streamShares,
): ConversationHub {
  const listeners = new Map<string, Set<Listener>>();
  const shares = createFairShares(options);
  const stop = hints.listen((ref, writer) => {
    for (const listener of listeners.get(refKey(ref)) ?? []) {
      listener.writer = writer ?? listener.writer;
      listener.raise();
    }
  });
  return {
    handOver(ref, news) {
      for (const listener of listeners.get(refKey(ref)) ?? []) listener.handed = news;
    },
    subscribe(ref, { network, onDisplaced }) {
      const key = refKey(ref);
      const group = listeners.get(key) ?? new Set();
      const [oldest] = group;
      if (oldest && group.size >= maxOfOneConversation) oldest.displace();
      const leave = (by: "conversation" | "network") => {
        end();
        onDisplaced(by);
      };
      const share = shares.enter(network, () => leave("network"));
      if (!share) return null;
      const change = createSignal();
      const displace = () => leave("conversation");
      const listener: Listener = { raise: change.raise, displace, handed: null, writer: null };
      listeners.set(key, group.add(listener));
      const end = () => {
        if (!group.delete(listener)) return;
        share.leave();
        if (group.size === 0) listeners.delete(key);
        change.raise();
      };
      const after = (seq: number) => {
        const news = listener.handed;
        listener.handed = null;
        const messages = news && withoutGap(news.messages, seq);
        return messages && { ...news, messages };
      };
      const writer = () => {
        const name = listener.writer;
        listener.writer = null;
        return name;
      };
      return { changed: change.raised, raise: change.raise, after, writer, end };
    },
    isOpen: (ref) => listeners.has(refKey(ref)),
    size: shares.size,
    isFull: () => shares.size() >= options.max,
    close() {
      stop();
      for (const group of listeners.values()) for (const { raise } of group) raise();
    },
  };
}

/**
 * Returns the messages after `seq`, or `null` if their numbers have a gap or do not follow it: then other nodes wrote
 * too, and the store must be read.
 */
function withoutGap(messages: Message[], seq: number): Message[] | null {
  const following = messages.filter((message) => message.seq > seq);
  const isWhole = following.every((message, nth) => message.seq === seq + 1 + nth);
  return isWhole && following.length > 0 ? following : null;
}
