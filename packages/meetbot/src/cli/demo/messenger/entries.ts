import type { Mark, SceneEntry } from "./scene.ts";

/** Maximum number of entries; nobody scrolls further up. */
const max = 200;

/** The entries of the thread, oldest first; each change creates a new list. */
export interface Entries {
  list(): SceneEntry[];
  add(entry: SceneEntry): void;
  /** Sets the delivery state of a customer's message; a seen message stays seen. */
  mark(id: string, mark: Mark): void;
  markAllSeen(): void;
  clear(): void;
}

export function createEntries(): Entries {
  let entries: SceneEntry[] = [];
  const markWhere = (isMeant: (entry: SceneEntry) => boolean, mark: Mark) => {
    entries = entries.map((entry) =>
      entry.from === "customer" && entry.mark !== "seen" && isMeant(entry)
        ? { ...entry, mark }
        : entry,
    );
  };
  return {
    list: () => entries,
    add(entry) {
      entries = [...entries, entry].slice(-max);
    },
    mark: (id, mark) => markWhere((entry) => entry.id === id, mark),
    markAllSeen: () => markWhere(() => true, "seen"),
    clear() {
      entries = [];
    },
  };
}
