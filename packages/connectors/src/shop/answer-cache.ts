import { begin, join, type Shared } from "../http/deadline.ts";

/** How long a platform's answer counts as current: a customer repeats queries within one conversation. */
const keptMs = 30_000;

/** Some megabytes, mostly: an answer is a few orders. */
const maxEntries = 500;

/** Larger answers are not cached. */
const maxBytesKept = 256 * 1024;

interface Entry {
  shared: Shared<unknown>;
  /** When the entry expires; `null` while its query is running. */
  untilMs: number | null;
}

/** Sends each query once: concurrent callers share it, and its answer is reused for half a minute. */
export interface AnswerCache {
  /** `null` means "not found": all waiting callers get it, but the cache does not store it, nor very large answers. */
  get<Value>(
    key: string,
    ask: () => Promise<Value | null>,
    /** The key of the entry that the value is derived from: the value expires with that entry at the latest. */
    madeOf?: string,
  ): Promise<Value | null>;
}

/** Creates a cache that evicts the oldest answers first and drops each when it expires. */
export function createAnswerCache(now: () => number): AnswerCache {
  const entries = new Map<string, Entry>();

  const cache: AnswerCache = {
    get<Value>(key: string, ask: () => Promise<Value | null>, madeOf = ""): Promise<Value | null> {
      const known = entries.get(key);
      if (known && (known.untilMs === null || now() < known.untilMs)) {
        const shared = known.shared as Shared<Value | null>;
        return join(shared, () => cache.get(key, ask, madeOf));
      }
      const shared = begin(ask);
      const { value } = shared;
      const entry: Entry = { shared, untilMs: null };
      entries.delete(key);
      entries.set(key, entry);
      if (entries.size > maxEntries) entries.delete(entries.keys().next().value ?? key);
      const forget = () => {
        if (entries.get(key) === entry) entries.delete(key);
      };
      value.then((found) => {
        if (found === null || Buffer.byteLength(JSON.stringify(found)) > maxBytesKept) forget();
        else {
          const untilMs = now() + keptMs;
          entry.untilMs = Math.min(untilMs, entries.get(madeOf)?.untilMs ?? untilMs);
          // Removes the entry on time even if nobody requests it again.
          setTimeout(forget, entry.untilMs - now()).unref();
        }
      }, forget);
      return value;
    },
  };
  return cache;
}
