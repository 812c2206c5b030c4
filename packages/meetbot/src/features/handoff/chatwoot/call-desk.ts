import type { BridgeSecrets } from "@meetbot/model/bridge/bridge.ts";
import { exchangeOnce } from "@meetbot/network/exchange/exchange-once.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import { unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import type { BridgeMeans, DeskOutcome } from "../form/bridge.ts";

/** From the lookup of the name to the last byte of the answer; shorter than a lease by far. */
const callDeadlineMs = 8_000;

/** How long calls pause if Chatwoot limits the rate without stating a wait: its limits are per minute. */
const restMs = 60_000;

/** The longest pause, even if Chatwoot requests more. */
const maxRestMs = 3_600_000;

/** How much of Chatwoot's error text is used: enough to find its cause. */
const maxWords = 300;

export interface DeskCallOut {
  /** The path below the root; ids in it are validated. */
  path: string;
  /** Sent as JSON by POST; absent: read by GET. */
  body?: object;
  /**
   * Whether to use the part of the API that needs a person's token; the other part identifies the inbox by its
   * identifier.
   */
  withToken?: boolean;
}

type Refusal = Exclude<DeskOutcome, { kind: "done" }>;

/**
 * Chatwoot's answer, or why there is none. `isTaken`: Chatwoot accepted the call, but the rest of its answer could not
 * be read.
 */
export type Answered =
  | { kind: "done"; json: unknown }
  | { kind: "not_done"; outcome: Refusal; isTaken: boolean };

/**
 * Sends one request to Chatwoot, through the guard. A 404 from Chatwoot itself means `gone`; one from another server
 * does not.
 */
export async function callDesk(
  { path, body, withToken }: DeskCallOut,
  { url = "", token = "" }: BridgeSecrets,
  { agent, now }: BridgeMeans,
): Promise<Answered> {
  const { outcome, exchange } = await exchangeOnce(
    {
      method: body === undefined ? "GET" : undefined,
      url: `${url}${path}`,
      headers: { ...unsignedHeaders, ...(withToken && { api_access_token: token }) },
      body: Buffer.from(body === undefined ? "" : JSON.stringify(body)),
    },
    { agent, deadlineMs: callDeadlineMs, now },
  );
  if (outcome.kind === "received") {
    const json = readJson(outcome.text);
    if (typeof json === "object" && json !== null) return { kind: "done", json };
    return failed(exchange, `HTTP ${exchange.httpStatus}: the answer is not Chatwoot's`, true);
  }
  const { httpStatus } = exchange;
  if (httpStatus === null) return failed(exchange, outcome.detail);
  const isTaken = httpStatus >= 200 && httpStatus < 300;
  if (isTaken) return failed(exchange, `HTTP ${httpStatus}: ${outcome.detail}`, true);
  return refused(httpStatus, exchange);
}

function refused(httpStatus: number, exchange: Exchange): Answered {
  const words = wordsOf(exchange.responseBody);
  const problem = words === null ? `HTTP ${httpStatus}` : `HTTP ${httpStatus}: ${words}`;
  if (httpStatus === 429) {
    const askedMs = retryAfterMs(exchange.responseHeaders["retry-after"]) ?? restMs;
    const afterMs = Math.min(askedMs, maxRestMs);
    return notDone({ kind: "rate", httpStatus, problem, afterMs });
  }
  const isGone = httpStatus === 404 && words !== null;
  return isGone ? notDone({ kind: "gone", httpStatus, problem }) : failed(exchange, problem);
}

const notDone = (outcome: Refusal, isTaken = false): Answered => ({
  ...{ kind: "not_done", outcome, isTaken },
});

const failed = ({ httpStatus }: Exchange, problem: string, isTaken = false) =>
  notDone({ kind: "failed", httpStatus, problem }, isTaken);

/** Returns the text of Chatwoot's own refusal; `null` when the answer is not from Chatwoot's API. */
function wordsOf(body: string): string | null {
  const fields = fieldsOf(readJson(body));
  const { error, message, errors } = fields;
  const said = [error, message, ...(Array.isArray(errors) ? errors : [])].find(
    (one) => typeof one === "string" && one !== "",
  );
  return typeof said === "string" ? [...said].slice(0, maxWords).join("") : null;
}

/** Returns the fields of a JSON object; none if the value is not an object. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : {};
}

/** `undefined`: it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The value is in seconds, as Rack::Attack sends it. */
function retryAfterMs(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : null;
}
