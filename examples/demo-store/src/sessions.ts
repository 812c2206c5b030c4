import { randomBytes } from "node:crypto";

/** Who is signed in, kept in memory: a shop that starts again has forgotten all of them. */
export interface Sessions {
  /** Signs a shopper in; the result is the session's id, known to nobody else. */
  start(email: string): string;
  /** The email of whoever is signed in with an id; `null`: nobody is, or no longer. */
  find(id: string): string | null;
  end(id: string): void;
}

/** Counted from signing in, however busy the shopper is. */
const lifetimeMs = 2 * 60 * 60 * 1000;

/** Far more than try a demo at once. Beyond it the oldest end, so that memory stays bounded. */
const maxSessions = 1000;

/** `now` is in Unix milliseconds. */
export function createSessions(now: () => number = Date.now): Sessions {
  // A map keeps the order of starting, so its first key is the oldest session.
  const sessions = new Map<string, { email: string; endsAtMs: number }>();
  return {
    start(email) {
      const [oldest] = sessions.keys();
      if (sessions.size >= maxSessions && oldest !== undefined) sessions.delete(oldest);
      const id = randomBytes(32).toString("base64url");
      sessions.set(id, { email, endsAtMs: now() + lifetimeMs });
      return id;
    },
    find(id) {
      const session = sessions.get(id);
      return session && now() < session.endsAtMs ? session.email : null;
    },
    end(id) {
      sessions.delete(id);
    },
  };
}
