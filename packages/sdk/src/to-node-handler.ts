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
    // What is left of a body nobody wanted must not be read as the next request.
    if (!request.complete) response.setHeader("connection", "close");
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  };
}

/** The webhook does not look at it: the route has been chosen already. */
const anyUrl = "http://localhost/";

/** Waiting for a stream that a parser has emptied would hang until Meetbot gives up. */
const parsedBodyAdvice =
  "the body was parsed before the signature could be checked: mount the webhook above express.json(), " +
  'or give its route express.raw({ type: "*/*" })';

/** The bytes as they arrived, or the stream that still has them, or null when nobody has. */
function takeRawBody(request: NodeRequest): Uint8Array | Readable | null {
  if (request.rawBody instanceof Uint8Array) return request.rawBody;
  if (request.body instanceof Uint8Array) return request.body;
  return request.readableDidRead ? null : request;
}

function toWebRequest(request: NodeRequest, body: Uint8Array | Readable): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    const isPseudoHeader = name.startsWith(":"); // of HTTP/2, RFC 9113 8.3
    if (value !== undefined && !isPseudoHeader) headers.set(name, String(value));
  }
  // Request throws at TRACE and CONNECT. The webhook refuses whatever is not POST, so GET stands for it.
  if (request.method !== "POST") return new Request(anyUrl, { headers });
  const bytes = body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : body;
  return new Request(anyUrl, { method: "POST", headers, body: bytes, duplex: "half" });
}
