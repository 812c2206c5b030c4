import type { Locale } from "../chat/chat.ts";
import type { Unsent } from "./keep.ts";

/** A server that has not answered by then is asked again. */
const patienceMs = 20_000;

/** What a page may ask of the chat routes of one bot. */
export interface Line {
  open(wishes: { locale: Locale; identity: string | null }): Promise<Opened>;
  /** Hands a message in. `over`: the token is no longer accepted. */
  post(token: string, unsent: Unsent): Promise<"stored" | "refused" | "over" | "again">;
  /** Asks for what follows the event of that id. Rejects where the line is cut. */
  follow(token: string, lastId: string, signal: AbortSignal): Promise<Response>;
}

/** `again`: it may go better later. */
export type Opened = { kind: "opened"; token: string } | Refusal | { kind: "again" };

/** The server will not, and why. */
export interface Refusal {
  kind: "refused";
  code: string;
  message: string;
}

/** No cookies, and nothing of the page's address; the token goes into a header only. */
const base: RequestInit = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };

/** A line to a bot's routes, below `api`. */
export function createLine(api: string, bot: string): Line {
  const routes = `${api}chat/${encodeURIComponent(bot)}/`;
  const send = (route: string, body: object, headers: Record<string, string> = {}) =>
    fetch(routes + route, {
      ...base,
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
  return {
    async open({ locale, identity }) {
      try {
        const response = await send("conversations", identity ? { locale, identity } : { locale });
        if (isRefusal(response)) return await readRefusal(response);
        if (!response.ok) return { kind: "again" };
        return { kind: "opened", token: (await response.json()).token };
      } catch {
        return { kind: "again" };
      }
    },
    async post(token, { id, text, payload }) {
      const body = payload === null ? { id, text } : { id, payload };
      try {
        const response = await send("messages", body, { authorization: `Bearer ${token}` });
        if (response.ok) return "stored";
        if (response.status === 401) return "over";
        return isRefusal(response) ? "refused" : "again";
      } catch {
        return "again";
      }
    },
    follow: (token, lastId, signal) =>
      fetch(`${routes}events`, {
        ...base,
        headers: {
          authorization: `Bearer ${token}`,
          ...(lastId && { "last-event-id": lastId }),
        },
        signal,
      }),
  };
}

/** Whether asking again would get the same answer. */
export function isRefusal({ status }: Response): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
}

/** What the server says for the developer of the page. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const { error } = await response.json().catch(() => ({}));
  return { kind: "refused", code: error?.code ?? "", message: error?.message ?? "" };
}
