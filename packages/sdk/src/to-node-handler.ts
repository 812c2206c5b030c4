import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { Webhook } from "./create-webhook.ts";
import { respondParsedBody } from "./parsed-body.ts";
import { toWebRequest } from "./to-web-request.ts";

/** The properties that parsers of Express, NestJS and Next.js add to a request. */
type NodeRequest = IncomingMessage & { body?: unknown; rawBody?: unknown };

/** Serves a webhook with node:http, or as a route of Express and its relatives. Never rejects. */
export function toNodeHandler(webhook: Webhook) {
  return async (request: NodeRequest, response: ServerResponse): Promise<void> => {
    const body = takeRawBody(request);
    const { method, headers } = request;
    const answer =
      body === null
        ? respondParsedBody()
        : await webhook(toWebRequest({ method, headers, body: toWebBody(body) }));
    // Node must not parse the rest of an unread body as the next request.
    if (!request.complete) response.setHeader("connection", "close");
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(await answer.text());
  };
}

/** Returns the bytes as they arrived, the stream that still contains them, or null if neither is available. */
function takeRawBody(request: NodeRequest): Uint8Array | Readable | null {
  if (request.rawBody instanceof Uint8Array) return request.rawBody;
  if (request.body instanceof Uint8Array) return request.body;
  return request.readableDidRead ? null : request;
}

function toWebBody(body: Uint8Array | Readable): Uint8Array | ReadableStream {
  return body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : body;
}
