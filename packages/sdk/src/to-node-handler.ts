import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Webhook } from "./create-webhook.ts";
import { respondError } from "./respond.ts";

/** What parsers of Express and NestJS leave behind on a request. */
type NodeRequest = IncomingMessage & { body?: unknown; rawBody?: unknown };

/** Serves a webhook with node:http, or as a route of Express and its relatives. Never rejects. */
export function toNodeHandler(webhook: Webhook) {
  return async (request: NodeRequest, response: ServerResponse): Promise<void> => {
    const body = takeRawBody(request);
    const answer =
      body === null
        ? respondError(500, parsedBodyAdvice)
        : await webhook(toWebRequest(request, body));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  };
}

/** Waiting for a stream that a parser has emptied would hang until Meetbot gives up. */
const parsedBodyAdvice =
  "the body was parsed before the signature could be checked: mount the webhook above express.json(), " +
  'or give its route express.raw({ type: "*/*" })';

/** The bytes as they arrived, or the stream that still has them, or null when nobody has. */
function takeRawBody(request: NodeRequest): Uint8Array | Readable | null {
  if (request.rawBody instanceof Uint8Array) return request.rawBody;
  if (request.body instanceof Uint8Array) return request.body;
  return request.readableDidRead || request.destroyed ? null : request;
}

function toWebRequest(request: NodeRequest, body: Uint8Array | Readable): Request {
  const method = request.method ?? "GET";
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, String(value));
  }
  if (method !== "POST") return new Request("http://webhook/", { method, headers });
  const bytes = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : body;
  return new Request("http://webhook/", { method, headers, body: bytes, duplex: "half" });
}
