import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";

const modes = ["up", "down", "slow"] as const;

/** `down`: the webhook answers 503. `slow`: it never answers, and whoever asks must give up. */
export type OutageMode = (typeof modes)[number];

/** The switch that shows what customers meet when a shop's system fails. No real shop needs it. */
export interface Outage {
  mode: OutageMode;
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
  const mode = await readMode(request);
  if (!mode) {
    return answer(response, 400, { error: `send JSON: {"mode":"${modes.join('"|"')}"}` });
  }
  outage.mode = mode;
  answer(response, 200, { mode });
}

const loopbackAddresses = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

async function readMode(request: IncomingMessage): Promise<OutageMode | undefined> {
  if (!request.headers["content-type"]?.startsWith("application/json")) return undefined;
  const body: unknown = await json(request).catch(() => null);
  return modes.find((mode) => (body as { mode?: unknown } | null)?.mode === mode);
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
