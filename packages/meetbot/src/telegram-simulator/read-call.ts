import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { badRequest } from "./api-fault.ts";

/** A request to `/bot<token>/<method>`. */
export interface NamedCall {
  token: string;
  /** In lower case: Telegram does not look at the case of names. */
  method: string;
  params: Record<string, unknown>;
}

/** Parameters that may arrive as JSON in a text, since forms carry only text. */
const jsonParams = new Set(
  [
    "allowed_updates commands entities caption_entities link_preview_options media menu_button",
    "reply_markup reply_parameters scope",
  ].flatMap((line) => line.split(" ")),
);

/**
 * Parses a request into a call; returns `null` if its path contains no token and method. Throws an `ApiFault` if the
 * body is neither a JSON object nor a form.
 */
export async function readCall(request: IncomingMessage): Promise<NamedCall | null> {
  const url = new URL(request.url ?? "/", "http://telegram.invalid");
  const body = await text(request);
  const [, token = "", method = ""] =
    /^\/bot([^/]+)\/(\w+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  if (token === "" || !token.includes(":")) return null;
  const type = request.headers["content-type"] ?? "";
  const given = { ...Object.fromEntries(url.searchParams), ...readBody(body, type) };
  const params = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, jsonParams.has(key) ? parsed(value) : value]),
  );
  return { token, method: method.toLowerCase(), params };
}

function readBody(body: string, type: string): Record<string, unknown> {
  if (body === "") return {};
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  const value = type.startsWith("application/json") ? parsed(body) : undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("can't parse JSON of the request");
  }
  return value as Record<string, unknown>;
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest("can't parse JSON object");
  }
}
