import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";

const modes = ["up", "down", "slow"] as const;

/** `down`: the webhook answers 503. `slow`: it never answers, and the caller must give up. */
export type OutageMode = (typeof modes)[number];

/** The switch that shows what customers meet when a shop's system fails. No real shop needs it. */
export interface Outage {
  mode: OutageMode;
  /** Queries in which this text stands fail, and no others; `null`: all do. */
  only: string | null;
}

/** Whether a query meets the outage. */
export function meetsOutage({ mode, only }: Outage, body: Uint8Array): boolean {
  return mode !== "up" && (only === null || Buffer.from(body).includes(only));
}

/**
 * Sets the switch to what the request says. Only this machine may: a page in a browser cannot,
 * because browsers send JSON to another origin only after asking, and the shop never agrees.
 */
export async function switchOutage(
  outage: Outage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!loopbackAddresses.has(request.socket.remoteAddress ?? "")) {
    return answer(response, 403, { error: "only this machine may switch the outage" });
  }
  const wanted = await readOutage(request);
  if (!wanted) {
    const example = `{"mode":"${modes.join('"|"')}","only"?:"a number or an email"}`;
    return answer(response, 400, { error: `send JSON: ${example}` });
  }
  Object.assign(outage, wanted);
  answer(response, 200, wanted);
}

const loopbackAddresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

async function readOutage(request: IncomingMessage): Promise<Outage | null> {
  if (!request.headers["content-type"]?.startsWith("application/json")) return null;
  const body = (await json(request).catch(() => null)) as { mode?: unknown; only?: unknown } | null;
  const mode = modes.find((known) => body?.mode === known);
  const only = body?.only ?? null;
  return mode && (only === null || typeof only === "string") ? { mode, only } : null;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
