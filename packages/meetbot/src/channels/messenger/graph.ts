import { createHmac } from "node:crypto";
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
  fetch: (url: URL, init: RequestInit) => Promise<Response>;
  deadlineMs?: number;
}

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
  { url, fetch, deadlineMs = graphDeadlineMs }: Graph,
): Promise<GraphAnswer> {
  const target = new URL(`${url}/${encodeURIComponent(pageId)}${edge}`);
  const proof = createHmac("sha256", appSecret).update(token).digest("hex");
  target.searchParams.set("appsecret_proof", proof);
  try {
    const response = await fetch(target, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: AbortSignal.timeout(deadlineMs),
    });
    return read(response.status, response.headers, await response.text());
  } catch (error) {
    return { ok: false, failure: classOfError(error) };
  }
}

function read(status: number, headers: Headers, text: string): GraphAnswer {
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
  // No call was made: the token has characters that no header can hold.
  if (error instanceof TypeError && error.cause === undefined) return "auth";
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : "";
  return unsent.test(String(code)) ? "transient" : "ambiguous";
}
