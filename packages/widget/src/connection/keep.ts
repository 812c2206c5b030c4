/** What a browser keeps of a conversation, so that a reload or another tab goes on with it. */
export interface Session {
  /** Another conversation has another, from before it is opened. */
  id: string;
  /** Whose it is, see `ownerOf`. */
  owner: string;
  /** Opens the conversation; `null`: it is still to be opened. */
  token: string | null;
  /** Unix milliseconds. */
  begunAt: number;
  /** The sequence number of the newest message that was seen. */
  seen: number;
}

/** Something the customer wrote or tapped, on its way. */
export interface Unsent {
  /** A UUID, given once: the server takes each only once. */
  id: string;
  at: number;
  /** As the window shows it. */
  text: string;
  /** Of the choice that was tapped; `null`: it was written. */
  payload: string | null;
  failed: boolean;
}

/** Where sessions, and what is unsent of them, outlive the page. */
export interface Keep {
  session(): Session | null;
  saveSession(session: Session): void;
  /** In the order in which they were written. */
  unsent(session: Session): Unsent[];
  saveUnsent(session: Session, unsent: Unsent): void;
  dropUnsent(session: Session, id: string): void;
  /** Tells of each session that another tab saved. */
  onOtherTab(listen: () => void): void;
}

type Drawer = Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem">;

/** Keeps things of one bot of one server. Each unsent entry has a key of its own: tabs share them. */
export function createKeep(name: string, storage: Drawer = findStorage()): Keep {
  const sessionKey = `meetbot:${name}`;
  const keyOf = (session: Session, id = "") => `${sessionKey}:${session.id}:${id}`;
  const read = <Kept>(key: string): Kept | null => {
    try {
      return JSON.parse(storage.getItem(key) ?? "null");
    } catch {
      return null;
    }
  };
  const save = (key: string, value: unknown) => {
    try {
      storage.setItem(key, JSON.stringify(value));
    } catch {
      // The storage is full: the page still has it.
    }
  };
  const keysOf = (prefix: string) =>
    Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? "").filter((key) =>
      key.startsWith(prefix),
    );
  return {
    session: () => read(sessionKey),
    saveSession(session) {
      save(sessionKey, session);
      // What is left of sessions before this one goes.
      for (const key of keysOf(`${sessionKey}:`)) {
        if (!key.startsWith(keyOf(session))) storage.removeItem(key);
      }
    },
    unsent: (session) =>
      keysOf(keyOf(session))
        .flatMap((key) => read<Unsent>(key) ?? [])
        .sort((a, b) => a.at - b.at),
    saveUnsent: (session, unsent) => save(keyOf(session, unsent.id), unsent),
    dropUnsent: (session, id) => storage.removeItem(keyOf(session, id)),
    onOtherTab(listen) {
      addEventListener("storage", ({ key }) => key === sessionKey && listen());
    },
  };
}

/** The browser's own, or the page's memory where that is blocked. */
function findStorage(): Drawer {
  try {
    const { localStorage } = window;
    localStorage.setItem("meetbot:", "");
    localStorage.removeItem("meetbot:");
    return localStorage;
  } catch {
    return createMemory();
  }
}

function createMemory(): Drawer {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
