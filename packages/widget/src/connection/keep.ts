import type { Rating } from "../chat/chat.ts";

/** The conversation data that a browser stores, so that a reload or another tab can resume the conversation. */
export interface Session {
  /** Another conversation has another, from before it is opened. */
  id: string;
  /** The session's owner, see `ownerOf`. */
  owner: string;
  /** Opens the conversation; `null`: it is still to be opened. */
  token: string | null;
  /**
   * The same shopper's token from before the shop last renewed their identity; the server may resume its conversation.
   */
  former?: string | null;
  /** Unix milliseconds: when it was begun, or the shop vouched for its shopper last. */
  begunAt: number;
  /** The sequence number of the newest message that was seen. */
  seen: number;
  /** The customer's ratings of answers, by the sequence numbers of their messages. */
  rated?: Record<string, Rating | null>;
}

/** A message or tap of the customer that is not sent yet. */
export interface Unsent {
  /** A UUID, assigned once: the server accepts each only once. */
  id: string;
  at: number;
  /** As the window shows it. */
  text: string;
  /** Of the choice that was tapped; `null`: it was written. */
  payload: string | null;
  failed: boolean;
}

/** Storage in which sessions and their unsent messages outlive the page. */
export interface Keep {
  session(): Session | null;
  saveSession(session: Session): void;
  /** In the order in which they were written. */
  unsent(session: Session): Unsent[];
  saveUnsent(session: Session, unsent: Unsent): void;
  dropUnsent(session: Session, id: string): void;
  /** Calls back for each session that another tab saves, until aborted. */
  onOtherTab(listen: () => void, until: AbortController): void;
}

/** Texts stored by key: the browser's storage, or the page's memory. */
type Drawer = Record<string, string>;

/** Creates the storage for one bot of one server. Each unsent entry has a key of its own, because tabs share them. */
export function createKeep(name: string, drawer: Drawer = findDrawer()): Keep {
  const sessionKey = `meetbot:${name}`;
  const keyOf = (session: Session, id = "") => `${sessionKey}:${session.id}:${id}`;
  const read = <Kept>(key: string): Kept | null => {
    try {
      return JSON.parse(drawer[key] ?? "null");
    } catch {
      return null;
    }
  };
  const save = (key: string, value: unknown) => {
    try {
      drawer[key] = JSON.stringify(value);
    } catch {
      // The storage is full; the page still has the text in memory.
    }
  };
  const keysOf = (prefix: string) => Object.keys(drawer).filter((key) => key.startsWith(prefix));
  return {
    session: () => read(sessionKey),
    saveSession(session) {
      save(sessionKey, session);
      // Deletes what earlier sessions left.
      for (const key of keysOf(`${sessionKey}:`)) {
        if (!key.startsWith(keyOf(session))) delete drawer[key];
      }
    },
    unsent: (session) =>
      keysOf(keyOf(session))
        .flatMap((key) => read<Unsent>(key) ?? [])
        .sort((a, b) => a.at - b.at),
    saveUnsent: (session, unsent) => save(keyOf(session, unsent.id), unsent),
    dropUnsent(session, id) {
      delete drawer[keyOf(session, id)];
    },
    onOtherTab(listen, until) {
      addEventListener("storage", ({ key }) => key === sessionKey && listen(), until);
    },
  };
}

/** The page's memory: a chat that boots again on the same page resumes from it. */
const memory: Drawer = {};

/** Returns the browser's storage, or the page's memory if that is blocked. */
function findDrawer(): Drawer {
  try {
    const { localStorage } = window;
    localStorage["meetbot:"] = "";
    delete localStorage["meetbot:"];
    return localStorage;
  } catch {
    return memory;
  }
}
