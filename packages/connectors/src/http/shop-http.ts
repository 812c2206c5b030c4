import type { ConnectorDeps } from "../connector/connector.ts";
import { ConnectorError } from "../connector/connector-error.ts";
import { deadlineNow, overdue } from "./deadline.ts";
import { dropBody, readAnswer, type ShopAnswer, tooLong } from "./read-answer.ts";
import { retryDelayMs } from "./retry-after.ts";
import type { TokenBucket } from "./token-bucket.ts";
import { wait } from "./wait.ts";

/** How often a request is retried after a temporary failure. All requests only read. */
const maxRetries = 2;

export interface ShopRequest {
  method?: "GET" | "POST";
  /** A path below the origin, or a full URL of that origin. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** The request's cost in the token bucket; 1 if absent. */
  cost?: number;
  /** Statuses that are answers here, such as 404. */
  expected?: readonly number[];
}

/** Sends an HTTP request to one shop. Throws a `ConnectorError` if it gets no valid answer. */
export type ShopHttp = (request: ShopRequest) => Promise<ShopAnswer>;

export interface ShopHttpOptions {
  /** The only origin that is called. */
  origin: string;
  bucket?: TokenBucket;
}

/** Creates an HTTP client for one origin, with limits on time, retries and length; it does not follow redirects. */
export function createShopHttp(
  { origin, bucket }: ShopHttpOptions,
  { fetch, now }: ConnectorDeps,
): ShopHttp {
  return async (request) => {
    const url = URL.parse(request.path, origin);
    if (url?.origin !== origin) {
      throw new ConnectorError("broken_answer", "It names an address outside of the shop.");
    }
    const deadline = deadlineNow();
    const { signal } = deadline;
    try {
      for (let retries = 0; ; retries++) {
        const delayMs = bucket?.take(request.cost ?? 1) ?? 0;
        if (delayMs > 0) await wait(delayMs, signal);
        const answer = await askOnce(url, request);
        const againMs = retryDelayMs(answer, retries, now());
        if (againMs === null || retries === maxRetries) {
          return await readAnswer(answer, { expected: request.expected, nowMs: now() });
        }
        dropBody(answer);
        await wait(againMs, signal);
      }
    } catch (error) {
      if (error instanceof ConnectorError) throw error;
      throw signal.aborted ? overdue(deadline) : explainFailure(error);
    }

    function askOnce(url: URL, { method = "GET", headers, body }: ShopRequest): Promise<Response> {
      return fetch(url, {
        method,
        headers: { accept: "application/json", ...headers },
        redirect: "manual",
        signal,
        ...(body !== undefined && { body }),
      });
    }
  };
}

/** The text of a network's error may hold an address with a key in it: it is not passed on. */
function explainFailure(error: unknown): ConnectorError {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  const code =
    typeof cause?.code === "string" && /^[A-Z_]{3,40}$/.test(cause.code) ? cause.code : "";
  // undici's code for its own size limit, or for the limit of the caller who passed the `fetch`.
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") return tooLong();
  return new ConnectorError(
    "unreachable",
    `No connection to the shop${code && ` (${code})`}. Is the address right, and does it run?`,
  );
}
