import type { Chat, ChatState } from "../../src/chat/chat.ts";
import { asSent } from "./as-sent.ts";

/** A chat without a connection: it shows the given state and records the window's requests. */
export interface ScriptedChat extends Chat {
  /** What the window did, oldest first: `write hello`, `tap token`, `retry key`, … */
  done: string[];
  /** Changes the state as a line would. */
  become(change: Partial<ChatState>): void;
}

export function createScriptedChat(first: Partial<ChatState>): ScriptedChat {
  let state: ChatState = {
    phase: "open",
    entries: [],
    typing: false,
    unread: 0,
    rated: {},
    ...first,
  };
  const listeners = new Set<() => void>();
  const done: string[] = [];
  const become = (change: Partial<ChatState>) => {
    state = { ...state, ...asSent(change) };
    for (const listener of listeners) listener();
  };
  return {
    done,
    become,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => void done.push("start"),
    write: (text) => void done.push(`write ${text}`),
    tap: ({ payload }) => void done.push(`tap ${payload}`),
    retry: (key) => void done.push(`retry ${key}`),
    restart: () => void done.push("restart"),
    async call(route) {
      done.push(route === "transcript" ? "mail" : route);
      return new Response(null, { status: 202 });
    },
    rate(key, rating) {
      done.push(`rate ${key} ${rating}`);
      const { [key]: _, ...rated } = state.rated;
      become({ rated: rating ? { ...rated, [key]: rating } : rated });
    },
    hear: () => {},
    seen: () => become({ unread: 0 }),
  };
}
