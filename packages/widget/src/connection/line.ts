import type { Locale, Rating } from "../chat/chat.ts";
import type { Unsent } from "./keep.ts";

/** How long to wait for the server's answer before a retry. */
const patienceMs = 20_000;

/** The requests that a page may send to the chat routes of one bot. */
export interface Line {
  /**
   * Returns the token of a new conversation; a number if the page must wait that many ms; `null` if a later attempt may
   * succeed.
   */
  open(wishes: Wishes): Promise<string | Refusal | number | null>;
  /** Sends a message. `over` if the token is no longer accepted; a number if the page must wait that many ms. */
  post(token: string, unsent: Unsent): Promise<"stored" | "refused" | "over" | "again" | number>;
  /** Sends the customer's rating of a message; returns whether the server accepted it. */
  rate(token: string, seq: number, rating: Rating | null): Promise<boolean>;
  /** Sends a request to a route; `null` if no answer arrived. */
  call(token: string, route: string, how: RequestInit): Promise<Response | null>;
  /** Requests the events after the one with that id. Rejects if the connection is lost. */
  follow(token: string, lastId: string, signal: AbortSignal): Promise<Response>;
}

interface Wishes {
  locale: Locale;
  identity: string | null;
  /** The token of the same shopper's earlier conversation, to continue it. */
  former?: string | null | undefined;
}

/** The server will not, and why. */
export interface Refusal {
  code: string;
  message: string;
}

/** A line to a bot's routes, below `api`. */
export function createLine(api: string, bot: string): Line {
  /** Sends no cookies and nothing of the page's address; the token appears only in a header. */
  const ask = (route: string, headers: Record<string, string>, more: RequestInit) =>
    fetch(`${api}chat/${encodeURIComponent(bot)}/${route}`, {
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      headers,
      ...more,
    });
  const send = (route: string, body: object, headers = {}) =>
    ask(
      route,
      { "content-type": "application/json", ...headers },
      { method: "POST", body: JSON.stringify(body), signal: AbortSignal.timeout(patienceMs) },
    );
  const authorized = (token: string) => ({ authorization: `Bearer ${token}` });
  let work: Promise<Record<string, string>> | undefined;
  /** Returns the solution of the requested work, once; empty if there is none. */
  const solved = async () => {
    const solution = work?.catch(() => ({}));
    work = undefined;
    return solution ?? {};
  };
  /** Starts the work that an answer's challenge requires, while the customer reads or writes. */
  async function hear(response: Response) {
    const answer = await response.json();
    if (answer.challenge) {
      work = import("./solve-work.ts").then(({ solveWork }) => solveWork(answer.challenge));
    }
    return answer;
  }
  return {
    async open({ locale, identity, former }) {
      try {
        const { timeZone: time_zone } = Intl.DateTimeFormat().resolvedOptions();
        const wishes = { locale, time_zone, ...(identity && { identity }) };
        const headers = { ...(former && authorized(former)), ...(await solved()) };
        const response = await send("conversations", wishes, headers);
        if (isRefusal(response)) return await readRefusal(response);
        const { token } = await hear(response).catch(() => ({}));
        return response.ok ? token : askedMs(response) || null;
      } catch {
        return null;
      }
    },
    async post(token, { id, text, payload }) {
      const body = payload === null ? { id, text } : { id, payload };
      try {
        const headers = { ...authorized(token), ...(await solved()) };
        const response = await send("messages", body, headers);
        await hear(response).catch(() => {});
        if (response.ok) return "stored";
        if (response.status === 401) return "over";
        return isRefusal(response) ? "refused" : askedMs(response) || "again";
      } catch {
        return "again";
      }
    },
    rate: (token, seq, value) =>
      send("feedback", { message_id: seq, value }, authorized(token)).then(
        ({ ok }) => ok,
        () => false,
      ),
    call: (token, route, how) => ask(route, authorized(token), how).catch(() => null),
    follow: (token, lastId, signal) =>
      ask(
        "events?page=last",
        { ...authorized(token), ...(lastId && { "last-event-id": lastId }) },
        { signal },
      ),
  };
}

/** Returns the minimum wait that the server demands after too many requests; 0 if it demands none. */
export function askedMs({ status, headers }: Response): number {
  return status === 429 ? Number(headers.get("retry-after")) * 1000 || 0 : 0;
}

/**
 * Whether a retry would get the same answer: any 4xx status except 408 (timeout), 425 (too early) and 429 (too many).
 */
export function isRefusal({ status }: Response): boolean {
  return /^4(?!08|25|29)/.test(`${status}`);
}

/** Returns the server's error for the developer of the page. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const { error } = await response.json().catch(() => ({}));
  return { code: "", message: "", ...error };
}
