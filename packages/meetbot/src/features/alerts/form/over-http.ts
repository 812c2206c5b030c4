import type { AlertSecrets } from "@meetbot/model/alert/alert-destination.ts";
import { exchangeOnce } from "@meetbot/network/exchange/exchange-once.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import { unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import type { Alert, AlertMeans, AlertOutcome, AlertWay } from "./alert.ts";
import { cut } from "./cut.ts";

/** From the lookup of the name to the last byte of the answer; shorter than a lease by far. */
const alertDeadlineMs = 8_000;

/** The longest wait, whatever the destination requests. */
const maxRestMs = 3_600_000;

/** How long to pause a destination that reports too many requests without a wait time. */
const restMs = 60_000;

/** Enough of a platform's error text to find out what it means. */
const maxWords = 300;

interface Sent {
  url: string;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body: object | Buffer;
}

interface OverHttp extends Omit<AlertWay, "send"> {
  compose(alert: Alert, secrets: AlertSecrets, nowMs: number): Sent;
  /**
   * Reads the error from the body of a 2xx response, for platforms that report errors there; null if there is none. For
   * other responses only `problem` is used.
   */
  readError?(body: string): { problem: string; isRate?: boolean; restMs?: number } | null;
}

/** Returns an alert channel that posts JSON to a URL. */
export function overHttp({ compose, readError = () => null, ...way }: OverHttp): AlertWay {
  return {
    ...way,
    async send(alert, secrets, { agent, now }: AlertMeans) {
      const { url, headers, body } = compose(alert, secrets, now());
      const { exchange } = await exchangeOnce(
        {
          url,
          headers: { ...unsignedHeaders, accept: "*/*", ...headers },
          body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
        },
        { agent, deadlineMs: alertDeadlineMs, now },
      );
      return readAnswer(exchange, readError);
    },
  };
}

/** Returns the outcome of a request. */
export function readAnswer(
  { httpStatus, detail, responseBody, responseHeaders }: Exchange,
  readError: NonNullable<OverHttp["readError"]>,
): AlertOutcome {
  if (httpStatus === null) {
    return { kind: "failed", httpStatus, problem: detail ?? "the connection failed" };
  }
  const said = readError(responseBody);
  const words = said ? `: ${cut(said.problem, maxWords)}` : "";
  const problem = `HTTP ${httpStatus}${words}`;
  if (httpStatus === 429 || said?.isRate) {
    const askedMs = readRetryAfter(responseHeaders["retry-after"]) ?? said?.restMs ?? restMs;
    return { kind: "rate", httpStatus, problem, afterMs: Math.min(askedMs, maxRestMs) };
  }
  if (httpStatus === 410) return { kind: "gone", httpStatus, problem };
  if (httpStatus >= 200 && httpStatus < 300 && !said) return { kind: "sent", httpStatus };
  return { kind: "failed", httpStatus, problem };
}

/** Seconds; the other form, a date, is not used by any of them. */
function readRetryAfter(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : null;
}
