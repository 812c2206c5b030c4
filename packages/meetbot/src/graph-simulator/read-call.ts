import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { Call } from "./answer-call.ts";
import { GraphFault } from "./graph-fault.ts";

/**
 * Parses a request into a call: merges the parameters of URL and body, and takes the token from any of its possible
 * places. Throws a {@link GraphFault} if the body is neither a JSON object nor a form.
 */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const url = new URL(request.url ?? "/", "http://graph.invalid");
  const body = readBody(await text(request), request.headers["content-type"] ?? "");
  const params: Record<string, unknown> = { ...Object.fromEntries(url.searchParams), ...body };
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const token = bearer ?? String(params.access_token ?? "");
  return { method: request.method ?? "GET", path: url.pathname, params, token };
}

function readBody(body: string, type: string): Record<string, unknown> {
  if (body === "") return {};
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(
      [...new URLSearchParams(body)].map(([key, value]) => [key, jsonOr(value)]),
    );
  }
  const value = type.startsWith("application/json") ? jsonOr(body) : null;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new GraphFault(100, "The body must be a JSON object, or a form.");
  }
  return value as Record<string, unknown>;
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
