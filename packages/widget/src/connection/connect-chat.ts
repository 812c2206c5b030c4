import type { Chat, ChatState, Locale } from "../chat/chat.ts";
import { type Conversation, createConversation } from "./conversation.ts";
import { createKeep, type Session } from "./keep.ts";
import { createLine } from "./line.ts";
import { mayResume } from "./may-resume.ts";
import { newId } from "./new-id.ts";
import { ownerOf } from "./owner-of.ts";

export interface ConnectOptions {
  /** The server's URL; ends with a slash. */
  api: string;
  bot: string;
  locale: Locale;
  /** Signed by the shop's server; `null`: a guest. */
  identity: string | null;
  /** Called when the server refuses the identity, usually because it is too old: the page may `identify` again. */
  onIdentityRefused(): void;
}

export interface ChatConnection extends Chat {
  /**
   * Another shopper, or none: a new conversation. A fresh token of the same one changes nothing while
   * the shop's word still counts.
   */
  identify(identity: string | null): void;
  /**
   * Leaves the conversation as it is, so that a later connection can resume it, and reports nothing further to this
   * page.
   */
  stop(): void;
}

const nothingYet: ChatState = {
  phase: "connecting",
  entries: [],
  typing: false,
  unread: 0,
  rated: {},
};

/** Creates a chat that uses the server's chat routes. Sends no request before `start`. */
export function connectChat(options: ConnectOptions): ChatConnection {
  const { api, bot, locale, onIdentityRefused } = options;
  const keep = createKeep(`${bot}@${api}`);
  const line = createLine(api, bot);
  const listeners = new Set<() => void>();
  const stopped = new AbortController();
  let { identity } = options;
  let state = nothingYet;
  let conversation: Conversation | null = null;

  function changed(): void {
    state = conversation?.state() ?? nothingYet;
    for (const listener of listeners) listener();
  }

  function begin(session: Session): void {
    conversation?.stop();
    conversation = createConversation({
      session,
      identity,
      locale,
      line,
      keep,
      onChange: changed,
      onRefused(message) {
        console.warn(`Meetbot: ${message || "the server refuses this page."}`);
        if (state.phase === "unidentified") onIdentityRefused();
      },
    });
    changed();
  }

  /** A new one; of a shopper whose former one is too old to go on as it is, one that the server may go on with. */
  function newSession(isFresh = false): Session {
    const owner = ownerOf(identity);
    const kept = isFresh || !owner ? null : keep.session();
    const session: Session =
      kept?.owner === owner
        ? { ...kept, former: kept.token ?? kept.former ?? null, token: null, begunAt: Date.now() }
        : { id: newId(), owner, token: null, begunAt: Date.now(), seen: 0 };
    keep.saveSession(session);
    return session;
  }

  function keptSession(): Session | null {
    const kept = keep.session();
    return kept && mayResume(kept, ownerOf(identity), Date.now()) ? kept : null;
  }

  function followOtherTab(): void {
    const kept = keptSession();
    if (!conversation || !kept) return;
    if (kept.id === conversation.session.id) conversation.follow(kept);
    else if (kept.token) begin(kept);
  }

  function start(): void {
    if (conversation) return;
    keep.onOtherTab(followOtherTab, stopped);
    const wake = () => conversation?.wake();
    addEventListener("online", wake, stopped);
    addEventListener("offline", () => conversation?.cut(), stopped);
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) conversation?.cut();
      wake();
    };
    addEventListener("pageshow", onShow, stopped);
    const onChange = () => document.hidden || wake();
    document.addEventListener("visibilitychange", onChange, stopped);
    begin(keptSession() ?? newSession());
  }

  function say(text: string, payload: string | null): void {
    start();
    conversation?.say(text, payload);
  }

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    start,
    write: (text) => say(text, null),
    tap: ({ title, payload }) => say(title, payload),
    retry: (key) => conversation?.retry(key),
    restart() {
      if (state.phase === "unidentified") identity = null;
      if (conversation) begin(newSession(true));
    },
    stop() {
      stopped.abort();
      conversation?.stop();
      conversation = null;
      listeners.clear();
    },
    seen: () => conversation?.seen(),
    call: async (route, how) => conversation?.call(route, how) ?? null,
    hear: (events) => conversation?.hear(events),
    rate: (key, rating) => conversation?.rate(key, rating),
    identify(next) {
      const another = ownerOf(next) !== ownerOf(identity);
      identity = next;
      if (!conversation) return;
      if (another || /refused|unidentified/.test(state.phase) || !keptSession()) {
        begin(keptSession() ?? newSession());
      }
    },
  };
}
