import { createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type Dispatcher, request } from "undici";
import type { FailureClass } from "../../model/messenger.ts";
import { classifyFailure, type GraphFailure } from "./classify-failure.ts";
import { type Fields, isFields } from "./fields.ts";
import { retryAfterMs } from "./retry-after.ts";

/** The newest version that Meta's pages use in their samples; it is part of every URL. */
export const defaultGraphVersion = "v25.0";

/** From the call to the last byte of its answer. Connecting alone may take 10 seconds. */
export const graphDeadlineMs = 20_000;

/** Where the Graph API is, and how it is reached. */
export interface Graph {
  /** With its version, such as `https://graph.facebook.com/v25.0`. */
  url: string;
  /** As undici's, which follows no redirect; a fetch costs several times as much, and sends are many. */
  request: (url: URL, options: GraphRequest) => Promise<GraphResponse>;
  deadlineMs?: number;
  /** A call ends with it at the latest. */
  until?: AbortSignal;
}

export interface GraphRequest {
  method: GraphCall["method"];
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
}

export type GraphResponse = Pick<Dispatcher.ResponseData, "statusCode" | "headers" | "body">;

/** A page as whoever may write for it knows it. Never logged. */
export interface PageAccess {
  pageId: string;
  token: string;
  appSecret: string;
}

export type GraphAnswer = { ok: true; body: Fields } | GraphFailure;

/** One call: `edge` is what comes behind the page's id. */
export interface GraphCall {
  method: "GET" | "POST" | "DELETE";
  edge: string;
  body?: object;
}

/** The Graph API at a URL as {@link toGraphUrl} takes it. */
export function graphAt(url?: string): Graph {
  return { url: toGraphUrl(url), request };
}

/** `https://graph.facebook.com` with the version that Meetbot knows, unless the URL names another one. */
export function toGraphUrl(url = "https://graph.facebook.com"): string {
  const base = url.replace(/\/+$/, "");
  return /\/v\d+\.\d+$/.test(base) ? base : `${base}/${defaultGraphVersion}`;
}

/**
 * Calls Graph for a page and tells how it ended; throws nothing. The token travels in a header: URLs
 * are written to logs. `appsecret_proof` shows that the app's own server calls.
 */
export async function callGraph(
  { method, edge, body }: GraphCall,
  { pageId, token, appSecret }: PageAccess,
  { url, request, deadlineMs = graphDeadlineMs, until }: Graph,
): Promise<GraphAnswer> {
  const target = new URL(`${url}/${encodeURIComponent(pageId)}${edge}`);
  const proof = createHmac("sha256", appSecret).update(token).digest("hex");
  target.searchParams.set("appsecret_proof", proof);
  const overdue = new AbortController();
  const deadline = setTimeout(() => overdue.abort(), deadlineMs);
  try {
    const response = await request(target, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: body ? JSON.stringify(body) : null,
      signal: until ? AbortSignal.any([until, overdue.signal]) : overdue.signal,
    });
    return read(response.statusCode, response.headers, await response.body.text());
  } catch (error) {
    return { ok: false, failure: classOfError(error) };
  } finally {
    clearTimeout(deadline);
  }
}

function read(status: number, headers: IncomingHttpHeaders, text: string): GraphAnswer {
  const body = parse(text);
  if (status >= 200 && status < 300 && isFields(body) && body.error === undefined) {
    return { ok: true, body };
  }
  const waitMs = retryAfterMs(headers);
  const failure = classifyFailure(status, isFields(body) ? body : {});
  return waitMs === null ? failure : { ...failure, retryAfterMs: waitMs };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Errors before the first byte left: no name, no connection, no trust in who answers. */
const unsent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS.*|UNABLE_TO_.*|.*CERT.*)$/;

/** What an error says that came instead of an answer. */
function classOfError(error: unknown): FailureClass {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
  // No call was made: the token has characters that no header can hold.
  if (code === "UND_ERR_INVALID_ARG") return "auth";
  return unsent.test(String(code)) ? "transient" : "ambiguous";
}
