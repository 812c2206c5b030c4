import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { ListenedAnswer, ListenedRequest } from "@meetbot/model/shop/listener.ts";

/** A node that waits for queries itself answers sooner; later the line is dead. */
const maxCallMs = 15_000;

/** A query that was handed over, to be answered. */
export interface TakenQuery extends ListenedRequest {
  query_id: string;
}

/** A permanent refusal by the server, with its own code. */
export class RefusedError extends CommandError {
  readonly refusal: string;
  /** Whether the refusal concerns the caller, so that every other call is refused too. */
  readonly isOfListener: boolean;

  constructor(status: number, refusal: string, message: string) {
    super(message);
    this.refusal = refusal;
    this.isOfListener = [401, 403, 404].includes(status);
  }
}

/** The server cannot be reached, or cannot answer for the moment: again later. */
export class AwayError extends Error {
  override name = "AwayError";
}

/**
 * Creates a client for the Meetbot server whose queries this machine receives. Its calls throw a {@link RefusedError}
 * or an {@link AwayError}.
 */
export function createListenerClient(serverUrl: string, botId: string, token: string) {
  const server = serverUrl.endsWith("/") ? serverUrl : `${serverUrl}/`;
  const base = `${server}api/v1/bots/${encodeURIComponent(botId)}/listener`;

  const { origin } = new URL(serverUrl);

  async function call(
    method: string,
    path: string,
    { body, signal, wants }: { body?: object; signal?: AbortSignal; wants?: string } = {},
  ): Promise<unknown> {
    const signals = [AbortSignal.timeout(maxCallMs), ...(signal ? [signal] : [])];
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${base}${path}`, {
        method,
        // Following a redirect would send the token to any address that the server names.
        redirect: "manual",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.any(signals),
      });
      text = await response.text();
    } catch {
      throw new AwayError(`No Meetbot answers at ${origin}.`);
    }
    if (response.ok) {
      const told = readObject(text);
      if (wants === undefined ? text === "" : wants in told) return told;
      throw new AwayError(
        `No Meetbot answers at ${origin}, but something else with HTTP ${response.status}, such as a proxy's page.`,
      );
    }
    if (response.status >= 500 || response.status === 429)
      throw new AwayError(`The server answered HTTP ${response.status}.`);
    const { code, detail } = readProblem(text);
    throw new RefusedError(
      response.status,
      code,
      detail ?? `The server answered HTTP ${response.status}.`,
    );
  }

  return {
    begin: (wish: { take_over: boolean; instead_of_working: boolean }) =>
      call("POST", "", { body: wish, wants: "listener_id" }) as Promise<{
        listener_id: string;
        endpoint: string;
      }>,
    /** Waits some seconds for queries. `null` when this listener is no longer registered. */
    async take(listenerId: string, signal: AbortSignal): Promise<TakenQuery[] | null> {
      try {
        const taken = await call("POST", `/${listenerId}/queries`, { signal, wants: "data" });
        return (taken as { data: TakenQuery[] }).data;
      } catch (error) {
        if (error instanceof RefusedError && error.refusal === "not_found") return null;
        throw error;
      }
    },
    /** `false` when nobody waits for the answer. */
    async answer(listenerId: string, queryId: string, answer: ListenedAnswer): Promise<boolean> {
      try {
        await call("POST", `/${listenerId}/queries/${queryId}/answer`, { body: answer });
        return true;
      } catch (error) {
        if (error instanceof RefusedError && error.refusal === "query_over") return false;
        throw error;
      }
    },
    async end(listenerId: string): Promise<void> {
      await call("DELETE", `?listener_id=${listenerId}`);
    },
  };
}

export type ListenerClient = ReturnType<typeof createListenerClient>;

function readProblem(text: string): { code: string; detail: string | null } {
  const { code, detail } = readObject(text);
  if (typeof code === "string" && typeof detail === "string") return { code, detail };
  return { code: "unknown", detail: null };
}

/** Anything but a JSON object counts as empty. */
function readObject(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}
