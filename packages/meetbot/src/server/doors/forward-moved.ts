import type { Context, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import { serviceUnavailable } from "../../platform/http/problem.ts";
import type { MovedBots } from "../../store/move/moved-bots.ts";

/** The dependencies of forwarding requests to bots that moved away. */
export interface ForwardDeps {
  movedBots: Pick<MovedBots, "find">;
  addressOf(c: Context): string | null;
  log: Pick<Logger, "warn">;
}

/** The doors of a bot: all other paths are the installation's own. */
const doors =
  /^\/(?:(?:chat|track|push|carriers|connectors)|(?:channels|bridges)\/[^/]{1,40})\/([^/]{1,100})(?:\/|$)/;

/** How often a request was forwarded: sides that name each other do not send it round and round. */
const hopsHeader = "meetbot-forwarded";
const maxHops = 3;

/** How many refused requests are looked up at once: their senders took no place for that. */
const maxLookedUp = 200;

/** Headers that belong to one connection and are not forwarded; the answer is not compressed in between. */
const ofConnection = [
  ...["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "expect"],
  ...["host", "content-length", "content-encoding", "accept-encoding"],
];

/** Whether a status may mean that the bot is not on this server. */
const isLost = (status: number) => [401, 403, 404].includes(status) || status >= 500;

/**
 * Forwards requests for a bot that moved to its new server, and returns that server's answer: pages, platforms and
 * shops need not know of the move at once. Only refused requests are looked up, so that local bots and limits cost
 * nothing more. Requests that arrive during the move get an answer to try again.
 */
export function forwardMoved(deps: ForwardDeps): MiddlewareHandler {
  let lookedUp = 0;
  return async (c, next) => {
    await next();
    const [, botId] = doors.exec(c.req.path) ?? [];
    if (botId === undefined || !isLost(c.res.status) || lookedUp >= maxLookedUp) return;
    lookedUp += 1;
    const moved = await deps.movedBots.find(botId).finally(() => {
      lookedUp -= 1;
    });
    if (!moved) return;
    const { url, hasArrived } = moved;
    const hops = Number(c.req.header(hopsHeader) ?? 0);
    const answer =
      url !== null && hasArrived && hops < maxHops
        ? await forward(c, url, { ...deps, hops })
        : betweenSides(c);
    // Clears the refusal first, so that none of its headers end up in the other server's answer.
    c.res = undefined;
    c.res = answer;
  };
}

async function forward(
  c: Context,
  base: string,
  { addressOf, log, hops }: ForwardDeps & { hops: number },
): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const headers = new Headers(c.req.header());
  for (const name of ofConnection) headers.delete(name);
  headers.set("accept-encoding", "identity");
  headers.set(hopsHeader, String(hops + 1));
  const address = addressOf(c);
  if (address !== null) headers.set("x-forwarded-for", address);
  // A page of this server's is one of the other's there.
  if (URL.parse(c.req.header("origin") ?? "")?.host === c.req.header("host")) {
    headers.set("origin", new URL(base).origin);
  }
  const { method, signal } = c.req.raw;
  const hasBody = method !== "GET" && method !== "HEAD";
  try {
    const answer = await fetch(`${base}${pathname}${search}`, {
      ...{ method, headers, signal, redirect: "manual" },
      ...(hasBody && { body: await c.req.arrayBuffer() }),
    });
    const given = new Headers(answer.headers);
    for (const name of ofConnection) given.delete(name);
    return new Response(answer.body, { status: answer.status, headers: given });
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, "a request could not be forwarded");
    return betweenSides(c);
  }
}

const betweenSides = (c: Context) =>
  serviceUnavailable(
    c,
    "bot_moved",
    "The bot has moved to another server, which does not answer here yet. Please try again.",
  );
