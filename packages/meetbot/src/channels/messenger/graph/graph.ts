import { createHmac } from "node:crypto";
import type { FailureClass } from "@meetbot/model/outbound-message.ts";
import { callHttp, type HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import { Agent } from "undici";
import type { PlatformApi, SendFailure } from "../../channel.ts";
import { type Fields, isFields } from "../../fields.ts";
import { classOfLostCall, codeOf } from "../../lost-call.ts";
import { classifyFailure } from "./classify-failure.ts";
import { retryAfterMs } from "./retry-after.ts";

/** The newest version that Meta's pages use in their samples; it is part of every URL. */
export const defaultGraphVersion = "v25.0";

/** Deadline from the call to the last byte of its answer. Connecting alone may take 10 seconds. */
export const graphDeadlineMs = 20_000;

/** Of an answer. Graph's longest ones, about profiles, have a few KiB. */
const maxAnswerBytes = 1024 * 1024;

/** The Graph API and how to call it: `url` includes the version, such as `https://graph.facebook.com/v25.0`. */
export type Graph = PlatformApi;

/** A page, with the access that is needed to send for it. Never logged. */
export interface PageAccess {
  pageId: string;
  token: string;
  appSecret: string;
}

export type GraphAnswer = { ok: true; body: Fields } | SendFailure;

/** A Graph API call: `edge` is the path after the page's id. */
export interface GraphCall {
  method: "GET" | "POST" | "DELETE";
  edge: string;
  body?: object;
}

/** Returns the Graph API at a URL that {@link toGraphUrl} accepts. */
export function graphAt(url?: string): Graph {
  // The deadline of each call covers all of it.
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  return { url: toGraphUrl(url), call: (call) => callHttp(agent, call) };
}

/** Returns `https://graph.facebook.com` with Meetbot's default version, unless the URL names another one. */
export function toGraphUrl(url = "https://graph.facebook.com"): string {
  const base = url.replace(/(?<!\/)\/+$/, "");
  return /\/v\d+\.\d+$/.test(base) ? base : `${base}/${defaultGraphVersion}`;
}

/**
 * Calls Graph for a page and returns the outcome; never throws. Sends the token in a header, because URLs are written
 * to logs. `appsecret_proof` proves that the app's own server calls.
 */
export async function callGraph(
  { method, edge, body }: GraphCall,
  page: PageAccess,
  { url, call, deadlineMs = graphDeadlineMs, until }: Graph,
): Promise<GraphAnswer> {
  const query = `${edge.includes("?") ? "&" : "?"}appsecret_proof=${proofOf(page)}`;
  const overdue = new AbortController();
  const deadline = setTimeout(() => overdue.abort(), deadlineMs);
  try {
    const answer = await call({
      url: new URL(`${url}/${encodeURIComponent(page.pageId)}${edge}${query}`),
      method,
      headers: { authorization: `Bearer ${page.token}`, "content-type": "application/json" },
      body: body ? JSON.stringify(body) : null,
      signals: until ? [until, overdue.signal] : [overdue.signal],
      limitBytes: () => maxAnswerBytes,
    });
    return answer.fault ? { ok: false, failure: "ambiguous" } : read(answer);
  } catch (error) {
    return { ok: false, failure: classOfError(error) };
  } finally {
    clearTimeout(deadline);
  }
}

/** Caches proofs per page while the page object is in use: most turns make two calls or more. */
const proofs = new WeakMap<PageAccess, string>();

function proofOf(page: PageAccess): string {
  const known = proofs.get(page);
  if (known !== undefined) return known;
  const proof = createHmac("sha256", page.appSecret).update(page.token).digest("hex");
  proofs.set(page, proof);
  return proof;
}

function read({ statusCode, headers, body }: HttpAnswer): GraphAnswer {
  const fields = parse(body.toString());
  if (statusCode >= 200 && statusCode < 300 && isFields(fields) && fields.error === undefined) {
    return { ok: true, body: fields };
  }
  const waitMs = retryAfterMs(headers);
  const failure = classifyFailure(statusCode, isFields(fields) ? fields : {});
  return waitMs === null ? failure : { ...failure, retryAfterMs: waitMs };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Classifies an error that came instead of an answer. */
function classOfError(error: unknown): FailureClass {
  // No call was made: the token has characters that a header cannot contain.
  return codeOf(error) === "UND_ERR_INVALID_ARG" ? "auth" : classOfLostCall(error);
}
