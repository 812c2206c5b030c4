import { randomBytes } from "node:crypto";

/** What browsers hold here, kept in memory: a shop that starts again has forgotten all of it. */
export interface Sessions<Holding> {
  /** The result is the session's id, known to nobody else. */
  start(holding: Holding): string;
  /** What is held under an id; `null`: nothing, or no longer. */
  find(id: string): Holding | null;
  end(id: string): void;
}

/** Counted from its start, however much a session is used. */
const lifetimeMs = 2 * 60 * 60 * 1000;

/** Far more than try a demo at once. Beyond it the oldest end, so that memory stays bounded. */
const maxSessions = 1000;

/** `now` is in Unix milliseconds. */
export function createSessions<Holding>(now: () => number = Date.now): Sessions<Holding> {
  // A map keeps the order of starting, so its first key is the oldest session.
  const sessions = new Map<string, { holding: Holding; endsAtMs: number }>();
  return {
    start(holding) {
      const [oldest] = sessions.keys();
      if (sessions.size >= maxSessions && oldest !== undefined) sessions.delete(oldest);
      const id = randomBytes(32).toString("base64url");
      sessions.set(id, { holding, endsAtMs: now() + lifetimeMs });
      return id;
    },
    find(id) {
      const session = sessions.get(id);
      return session && now() < session.endsAtMs ? session.holding : null;
    },
    end(id) {
      sessions.delete(id);
    },
  };
}
