import type { Mark, SceneEntry } from "./scene.ts";

/** Nobody scrolls further up. */
const max = 200;

/** What stands in the thread, the oldest first; each change makes a new list. */
export interface Entries {
  list(): SceneEntry[];
  add(entry: SceneEntry): void;
  /** How far a message of the customer's has come; what was seen stays so. */
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
